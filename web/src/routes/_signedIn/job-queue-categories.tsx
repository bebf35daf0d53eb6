import { createFileRoute } from '@tanstack/react-router'
import { CategoriesPage } from '@/areas/jobs/CategoriesPage'

export const Route = createFileRoute('/_signedIn/job-queue-categories')({ component: CategoriesPage })

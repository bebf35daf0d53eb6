import { createFileRoute } from '@tanstack/react-router'
import { Missing } from '@/app/Missing'

export const Route = createFileRoute('/_signedIn/$')({ component: Missing })

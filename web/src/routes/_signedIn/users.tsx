import { createFileRoute } from '@tanstack/react-router'
import { UsersPage } from '@/areas/people/UsersPage'

export const Route = createFileRoute('/_signedIn/users')({ component: UsersPage })

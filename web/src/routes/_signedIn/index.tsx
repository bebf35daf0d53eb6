import { createFileRoute } from '@tanstack/react-router'
import { RoleCenter } from '@/areas/roleCenter/RoleCenter'

export const Route = createFileRoute('/_signedIn/')({ component: RoleCenter })

import { createFileRoute } from '@tanstack/react-router'
import { SetupPage } from '@/areas/setup/SetupPage'

export const Route = createFileRoute('/_signedIn/setup/')({ component: SetupPage })

import { createFileRoute } from '@tanstack/react-router'
import { ApiTokensPage } from '@/areas/people/ApiTokensPage'

export const Route = createFileRoute('/_signedIn/api-tokens')({ component: ApiTokensPage })

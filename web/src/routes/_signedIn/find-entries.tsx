import { createFileRoute } from '@tanstack/react-router'
import { FindEntriesPage } from '@/areas/ledgers/FindEntriesPage'

export const Route = createFileRoute('/_signedIn/find-entries')({ component: FindEntriesPage })

import { createFileRoute } from '@tanstack/react-router'
import { VatStatementPage } from '@/areas/ledgers/VatStatementPage'

export const Route = createFileRoute('/_signedIn/vat-statement')({ component: VatStatementPage })

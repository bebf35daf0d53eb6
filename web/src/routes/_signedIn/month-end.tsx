import { createFileRoute } from '@tanstack/react-router'
import { MonthEndPage } from '@/areas/payouts/MonthEndPage'

export const Route = createFileRoute('/_signedIn/month-end')({ component: MonthEndPage })

import { createFileRoute } from '@tanstack/react-router'
import { BudgetPage } from '@/areas/shopifyLog/BudgetPage'

export const Route = createFileRoute('/_signedIn/shopify-budget')({ component: BudgetPage })

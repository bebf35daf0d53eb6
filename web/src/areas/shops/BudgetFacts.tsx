import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useBudgets } from '@/areas/shopifyLog/budgets'
import { levelOf, waitingOf } from '@/areas/shopifyLog/standing'
import { FactBox } from '@/components/card/FactBox'
import { useFormat } from '@/i18n/format'

/** How the budget of the shop's store stands, with the way to what it was used for. */
export function BudgetFacts({ shop: { domain = '' } }: { readonly shop: Row<'shopifyShops'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useBudgets()
  const budget = data?.find(({ store }) => store === domain)
  if (!budget) return null
  return (
    <FactBox
      title={t('pages.shopifyBudget')}
      facts={[
        {
          name: t('shopifyLog.budgetLeft'),
          value: levelOf(budget, t, format),
          to: '/shopify-budget',
          search: { store: domain },
        },
        { name: t('shopifyLog.budgetWaiting'), value: waitingOf(budget, t, format) },
      ]}
    />
  )
}

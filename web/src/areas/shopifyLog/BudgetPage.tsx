import { Spinner } from '@fluentui/react-components'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ChartTools, Choice } from '@/components/chart/ChartTools'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Back } from '@/components/page/Back'
import { useNow } from '@/components/page/useNow'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useBudgets } from './budgets'
import { BudgetStanding } from './BudgetStanding'
import { BudgetUsage } from './BudgetUsage'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HOURS = [1, 24] as const
/** A minute that begins is shown no later than this. */
const OFTEN = 5_000

/** How a store's budget of points stands, and what it was used for in the last hours. */
export function BudgetPage() {
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search: { store?: string; hours?: string; table?: string } = useSearch({ strict: false })
  const { data: budgets, error, refetch } = useBudgets()
  const stores = [
    ...new Set([...(search.store ? [search.store] : []), ...(budgets ?? []).map(({ store = '' }) => store)]),
  ]
  const store = stores[0] ?? ''
  const budget = budgets?.find((one) => one.store === store)
  const hours = HOURS.find((one) => String(one) === search.hours) ?? 1
  const minute = Math.ceil(useNow(OFTEN) / MINUTE) * MINUTE
  const window = useMemo(() => ({ from: minute - hours * HOUR, to: minute }), [minute, hours])
  usePageTitle(t('pages.shopifyBudget'))
  const change = (part: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '.', search: { ...search, ...part } as never, replace: true })
  return (
    <div className={page.page}>
      <div>
        <Back to="/shopify-log" caption="shopifyLogEntries" />
        <h1 className={page.title}>{t('pages.shopifyBudget')}</h1>
      </div>
      <ChartTools hours={hours} choices={HOURS} table={Boolean(search.table)} onChange={change}>
        {store && (
          <Choice
            label={t('fields.store')}
            value={store}
            options={[...stores].sort().map((one) => [one, one])}
            onChange={(value) => change({ store: value })}
          />
        )}
      </ChartTools>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!budgets && !error && <Spinner label={t('common.loading')} />}
      {budgets && !budget && <p>{t('shopifyLog.budgetNone')}</p>}
      {budget && (
        <>
          <BudgetStanding budget={budget} />
          <BudgetUsage budget={budget} window={window} hours={hours} table={Boolean(search.table)} />
        </>
      )}
    </div>
  )
}

import { Label, Select, Spinner, ToggleButton, makeStyles, tokens } from '@fluentui/react-components'
import { TableSimple20Regular } from '@fluentui/react-icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Back } from '@/components/page/Back'
import { useNow } from '@/components/page/useNow'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useBudgets } from './budgets'
import { BudgetStanding } from './BudgetStanding'
import { BudgetUsage } from './BudgetUsage'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  choice: { display: 'flex', flexDirection: 'column', minInlineSize: 0, maxInlineSize: '100%' },
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HOURS = [1, 24] as const
/** A minute that begins is shown no later than this. */
const OFTEN = 5_000

/** How a store's budget of points stands, and what it was used for in the last hours. */
export function BudgetPage() {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const ids = { store: useId(), hours: useId() }
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
      <div className={styles.tools}>
        {store && (
          <div className={styles.choice}>
            <Label htmlFor={ids.store}>{t('fields.store')}</Label>
            <Select id={ids.store} value={store} onChange={(_, { value }) => change({ store: value })}>
              {[...stores].sort().map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          </div>
        )}
        <div className={styles.choice}>
          <Label htmlFor={ids.hours}>{t('timeline.window')}</Label>
          <Select id={ids.hours} value={String(hours)} onChange={(_, { value }) => change({ hours: value })}>
            {HOURS.map((one) => (
              <option key={one} value={one}>
                {t('timeline.lastHours', { count: one })}
              </option>
            ))}
          </Select>
        </div>
        <ToggleButton
          icon={<TableSimple20Regular />}
          checked={Boolean(search.table)}
          onClick={() => change({ table: search.table ? undefined : '1' })}
        >
          {t('timeline.asTable')}
        </ToggleButton>
      </div>
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

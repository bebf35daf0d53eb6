import { Spinner } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StackedColumns } from '@/components/chart/StackedColumns'
import type { Window } from '@/components/chart/lanes'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DataList } from '@/components/list/DataList'
import { useFormat } from '@/i18n/format'
import type { Budget } from './budgets'
import { columnsOf, spendersOf } from './usage'
import { usageColumns } from './usageColumns'
import { usageOf, useUsage } from './usageRead'

type Props = {
  readonly budget: Budget
  readonly window: Window
  /** How long that is. */
  readonly hours: number
  /** As a table, not as a chart. */
  readonly table: boolean
}

/** What a budget was used for, minute by minute. */
export function BudgetUsage({ budget, window, hours, table }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rows, error, refetch } = useUsage(budget.store ?? '', window)
  const used = useMemo(() => rows?.map(usageOf) ?? [], [rows])
  const restored = budget.known ? (budget.restoreRate ?? 0) * 60 : 0
  if (error) return <ErrorMessage error={error} onRetry={refetch} />
  if (!rows) return <Spinner label={t('common.loading')} />
  if (rows.length === 0) return <p>{t('shopifyLog.usageNothing', { count: hours })}</p>
  if (table)
    return <DataList inline label={t('shopifyLog.usage')} entity="shopifyApiUsage" columns={usageColumns} rows={rows} />
  return (
    <StackedColumns
      title={t('shopifyLog.usage')}
      window={window}
      series={spendersOf(used, t, format)}
      columns={(minutes) => columnsOf(used, window, minutes, t, format)}
      limit={
        restored > 0
          ? { value: restored, label: t('shopifyLog.usageLimit', { shown: format.number(restored) }) }
          : undefined
      }
      mark={t('shopifyLog.usageMark')}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { columnsOf, spendersOf, type Usage } from '@/areas/shopifyLog/usage'
import { StackedColumns } from '@/components/chart/StackedColumns'
import { useFormat } from '@/i18n/format'

const MINUTE = 60_000
const NOON = new Date(2026, 10, 24, 12).getTime()
const WINDOW = { from: NOON - 360 * MINUTE, to: NOON }
const RESTORED = 6_000

/** What an object spends every so many minutes, more in the middle of the morning. */
const spent = (objectId: number, every: number, points: number): Usage[] =>
  Array.from({ length: Math.floor(360 / every) }, (_, index) => {
    const minute = index * every
    const busy = 1 + 2 * Math.sin((minute / 360) * Math.PI) + (minute % 7) / 7
    return {
      minute: new Date(WINDOW.from + minute * MINUTE).toISOString(),
      objectId,
      calls: Math.ceil(busy * 3),
      points: Math.round(points * busy),
      throttled: objectId === 30108 && minute % 90 === 60 ? 2 : 0,
    }
  })

const ROWS = [
  ...spent(30108, 2, 1_300),
  ...spent(30104, 5, 900),
  ...spent(30102, 10, 700),
  ...spent(30100, 30, 400),
  ...spent(30107, 45, 300),
  ...spent(30409, 60, 40),
  ...spent(0, 120, 12),
]

/** Who has spent a store's budget, and how near that was to what the store restores. */
export function UsageSample() {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <StackedColumns
      title={t('shopifyLog.usage')}
      window={WINDOW}
      series={spendersOf(ROWS, t, format)}
      columns={(minutes) => columnsOf(ROWS, WINDOW, minutes, t, format)}
      limit={{ value: RESTORED, label: t('shopifyLog.usageLimit', { shown: format.number(RESTORED) }) }}
      mark={t('shopifyLog.usageMark')}
    />
  )
}

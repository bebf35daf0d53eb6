import { ArrowClockwise20Regular, ArrowDownload20Regular, ArrowUpload20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { getText, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useCleaning } from '@/components/list/useCleaning'

/** Has the browser keep lines as a file; where none are kept, the API's sentence says so. */
async function keep(path: string, name: string) {
  const lines = new Blob([await getText(path)], { type: 'application/jsonl' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(lines)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What may be done with bulk operations. */
export function useBulkActions(operations: readonly Row<'shopifyBulkOperations'>[]): readonly Action[] {
  const { t } = useTranslation()
  const text = t('shopifyLog.bulkDeleted')
  const cleaning = useCleaning({
    entity: 'shopifyBulkOperations',
    permission: 'Synchronization.Change',
    olderText: text,
    allText: text,
  })
  const operation = operations.length === 1 ? operations[0] : undefined
  const path = `/shopifyBulkOperations/${operation?.id}`
  const name = `BulkOperation_${operation?.bulkOperationId}`
  return [
    {
      key: 'data',
      caption: t('shopifyLog.getData'),
      icon: <ArrowDownload20Regular />,
      primary: true,
      disabled: !operation,
      run: () => keep(`${path}/data`, `${name}-received.jsonl`),
    },
    {
      key: 'sent',
      caption: t('shopifyLog.sentData'),
      icon: <ArrowUpload20Regular />,
      disabled: !operation,
      run: () => keep(`${path}/sentData`, `${name}-sent.jsonl`),
    },
    {
      key: 'refresh',
      caption: t('shopifyLog.bulkRefresh'),
      icon: <ArrowClockwise20Regular />,
      permission: 'Synchronization.Run',
      run: async () => {
        await post('/shopifyBulkOperations/Kobling.refresh')
        await queries.invalidateQueries({ queryKey: ['shopifyBulkOperations'] })
      },
    },
    ...cleaning,
  ]
}

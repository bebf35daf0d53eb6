import { ArrowClockwise20Regular, Info20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { SkippedDetails } from './SkippedDetails'

/** What may be done with records that were skipped. */
export function useSkippedActions(records: readonly Row<'skippedRecords'>[]): readonly Action[] {
  const { t } = useTranslation()
  const tell = useStarted()
  const dialog = useDialog()
  const record = records.length === 1 ? records[0] : undefined
  const retry = async () => {
    for (const { id, documentName, '@odata.etag': etag } of records) {
      const started = await post<Started>(`/skippedRecords/${id}/Kobling.retry`, undefined, etag)
      tell(started, t('orders.retryOf', { name: documentName ?? '' }))
    }
  }
  return [
    {
      key: 'retry',
      caption: t('orders.retry'),
      icon: <ArrowClockwise20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: records.length === 0,
      run: retry,
    },
    {
      key: 'details',
      caption: t('jobs.details'),
      icon: <Info20Regular />,
      disabled: !record,
      run: () => record && dialog((close) => <SkippedDetails record={record} onClose={close} />),
    },
  ]
}

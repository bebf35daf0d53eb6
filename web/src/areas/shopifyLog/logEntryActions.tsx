import {
  ArrowDownload20Regular,
  CheckmarkCircle20Regular,
  DocumentText20Regular,
  Gauge20Regular,
  Info20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { API, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { useCleaning } from '@/components/list/useCleaning'
import { useNotify } from '@/components/notice/useNotify'
import { useNow } from '@/components/page/useNow'
import { isForSupport } from './forSupport'
import { LogEntryDetails } from './LogEntryDetails'

/** Has the browser keep what is at a path of the API as a file. */
function download(path: string, name?: string) {
  const link = document.createElement('a')
  link.href = API + path
  link.download = name ?? ''
  link.click()
}

/** What may be done with calls to Shopify. */
export function useLogEntryActions(entries: readonly Row<'shopifyLogEntries'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const notify = useNotify()
  const navigate = useNavigate()
  const cleaning = useCleaning({
    entity: 'shopifyLogEntries',
    permission: 'Synchronization.Change',
    olderText: t('shopifyLog.deleteOlderText'),
    allText: t('shopifyLog.deleteAllText'),
  })
  const now = useNow(60_000)
  const entry = entries.length === 1 ? entries[0] : undefined
  const path = `/shopifyLogEntries/${entry?.id}`
  const group = t('shopifyLog.forSupport')
  const refresh = () => queries.invalidateQueries({ queryKey: ['shopifyLogEntries'] })
  const review = async () => {
    for (const { id } of entries) await post(`/shopifyLogEntries/${id}/Kobling.markAsReviewed`)
    await refresh()
  }
  const reviewAll = async () => {
    const { reviewed } = await post<{ reviewed: number }>('/shopifyLogEntries/Kobling.markAllAsReviewed')
    await refresh()
    notify.success(t('shopifyLog.reviewed', { count: reviewed }))
  }
  return [
    {
      key: 'details',
      caption: t('jobs.details'),
      icon: <Info20Regular />,
      primary: true,
      disabled: !entry,
      run: () => entry && dialog((close) => <LogEntryDetails entry={entry} onClose={close} />),
    },
    {
      key: 'review',
      caption: t('shopifyLog.review'),
      icon: <CheckmarkCircle20Regular />,
      permission: 'Synchronization.Run',
      disabled: entries.length === 0 || entries.every(({ reviewed }) => reviewed),
      run: review,
    },
    {
      key: 'reviewAll',
      caption: t('shopifyLog.reviewAll'),
      icon: <CheckmarkCircle20Regular />,
      permission: 'Synchronization.Run',
      run: reviewAll,
    },
    {
      key: 'request',
      group,
      caption: t('shopifyLog.downloadRequest'),
      icon: <ArrowDownload20Regular />,
      disabled: !entry,
      run: () => download(`${path}/request`),
    },
    {
      key: 'response',
      group,
      caption: t('shopifyLog.downloadResponse'),
      icon: <ArrowDownload20Regular />,
      disabled: !entry,
      run: () => download(`${path}/response`),
    },
    {
      key: 'report',
      group,
      caption: t('shopifyLog.report'),
      icon: <DocumentText20Regular />,
      disabled: !entry || !isForSupport(entry, now),
      run: () => download(`${path}/supportReport`, `shopify-${entry?.entryNumber}.txt`),
    },
    {
      key: 'budget',
      caption: t('pages.shopifyBudget'),
      icon: <Gauge20Regular />,
      run: () => navigate({ to: '/shopify-budget' }),
    },
    ...cleaning,
  ]
}

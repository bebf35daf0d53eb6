import {
  ClipboardTextLtr20Regular,
  DocumentBulletList20Regular,
  ErrorCircle20Regular,
  Open20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { useNotify } from '@/components/notice/useNotify'
import { entryDetails } from './details'
import { EntryError } from './EntryError'
import { recordPage } from './recordPage'

/** What may be asked of a job queue entry: its log, the record it is about, why it failed, what support wants to know. */
export function useEntryInquiries(entry: Row<'jobQueueEntries'> | undefined): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const navigate = useNavigate()
  const notify = useNotify()
  const page = recordPage(entry?.recordIdToProcess)
  const copy = async () => {
    if (!entry) return
    await navigator.clipboard.writeText(entryDetails(entry))
    notify.success(t('common.copied'))
  }
  const group = t('common.show')
  return [
    {
      key: 'log',
      group,
      caption: t('pages.jobQueueLogEntries'),
      icon: <DocumentBulletList20Regular />,
      permission: 'JobQueue.Read',
      disabled: !entry,
      run: () => navigate({ to: '/job-queue-log', search: { 'filter.jobQueueEntryId': entry?.id ?? '' } as never }),
    },
    {
      key: 'record',
      group,
      caption: t('jobs.showRecord'),
      icon: <Open20Regular />,
      disabled: !page,
      run: () => page && navigate({ to: page }),
    },
    {
      key: 'error',
      group,
      caption: t('jobs.showError'),
      icon: <ErrorCircle20Regular />,
      disabled: !entry?.errorMessage,
      run: () => entry && dialog((close) => <EntryError entry={entry} onClose={close} />),
    },
    {
      key: 'copy',
      group,
      caption: t('errors.copyDetails'),
      icon: <ClipboardTextLtr20Regular />,
      disabled: !entry,
      run: copy,
    },
  ]
}

import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { optionCaption } from '@/i18n/captions'
import type { SalesDocument } from './documentKinds'

/** What the job queue has to do with a document, with the way to its entry. */
export function QueueNotice({ document }: { readonly document: SalesDocument }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { jobQueueStatus: status, jobQueueEntryId: entry } = document
  if (!status) return null
  return (
    <MessageBar intent={status === 'Error' ? 'error' : 'info'}>
      <MessageBarBody>
        {t('fields.jobQueueStatus')}: {optionCaption(t, status)}
      </MessageBarBody>
      {entry && (
        <MessageBarActions>
          <Button size="small" onClick={() => void navigate({ to: `/job-queue/${entry}` })}>
            {t('sales.showEntry')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

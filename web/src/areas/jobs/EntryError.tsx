import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useFormat } from '@/i18n/format'
import { entryDetails } from './details'

type Props = { readonly entry: Row<'jobQueueEntries'>; readonly onClose: () => void }

/** Why the last run of an entry failed, and since when it fails. */
export function EntryError({ entry, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { failedSince } = entry
  return (
    <ReadDialog
      title={entry.description}
      onClose={onClose}
      actions={<CopyButton text={() => entryDetails(entry)}>{t('errors.copyDetails')}</CopyButton>}
    >
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{entry.errorMessage}</MessageBarBody>
      </MessageBar>
      {failedSince && <p>{t('jobs.failingSince', { time: format.exact(failedSince) })}</p>}
    </ReadDialog>
  )
}

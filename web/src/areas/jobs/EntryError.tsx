import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CopyButton } from '@/components/copy/CopyButton'
import { useFormat } from '@/i18n/format'
import { entryDetails } from './details'

type Props = { readonly entry: Row<'jobQueueEntries'>; readonly onClose: () => void }

/** Why the last run of an entry failed, and since when it fails. */
export function EntryError({ entry, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { failedSince } = entry
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{entry.description}</DialogTitle>
          <DialogContent>
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{entry.errorMessage}</MessageBarBody>
            </MessageBar>
            {failedSince && <p>{t('jobs.failingSince', { time: format.exact(failedSince) })}</p>}
          </DialogContent>
          <DialogActions>
            <CopyButton text={() => entryDetails(entry)}>{t('errors.copyDetails')}</CopyButton>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

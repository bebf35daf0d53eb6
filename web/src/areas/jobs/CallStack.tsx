import { useTranslation } from 'react-i18next'
import { CopyButton } from '@/components/copy/CopyButton'
import { Verbatim } from '@/components/copy/Verbatim'
import { ReadDialog } from '@/components/dialog/ReadDialog'

/** Where a run failed, in the words of the program. */
export function CallStack({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const title = t('fields.errorCallStack')
  return (
    <ReadDialog title={title} onClose={onClose} actions={<CopyButton text={() => text}>{t('common.copy')}</CopyButton>}>
      <Verbatim label={title} text={text} />
    </ReadDialog>
  )
}

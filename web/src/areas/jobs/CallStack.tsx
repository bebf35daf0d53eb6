import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '@/components/copy/CopyButton'

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxBlockSize: '50vh',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

/** Where a run failed, in the words of the program. */
export function CallStack({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('fields.errorCallStack')}</DialogTitle>
          <DialogContent>
            {/* It scrolls, so the keyboard must reach it. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={styles.text} tabIndex={0} aria-label={t('fields.errorCallStack')}>
              {text}
            </pre>
          </DialogContent>
          <DialogActions>
            <CopyButton text={() => text}>{t('common.copy')}</CopyButton>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  wide: { maxInlineSize: '900px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

type Props = {
  readonly title: string | undefined
  readonly onClose: () => void
  /** What can be done with what is read, beside closing it. */
  readonly actions?: ReactNode
  /** Long lines have room. */
  readonly wide?: boolean
  /** A click beside it does not close it: what it shows is not shown again. */
  readonly once?: boolean
  readonly children: ReactNode
}

/** Something to read over the page. */
export function ReadDialog({ title, onClose, actions, wide, once, children }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <Dialog open modalType={once ? 'alert' : 'modal'} onOpenChange={onClose}>
      <DialogSurface className={mergeClasses(wide && styles.wide)}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid>
            {actions}
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

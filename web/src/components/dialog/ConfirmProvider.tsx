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
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmContext, type Question } from './useConfirm'

const useStyles = makeStyles({
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
  },
})

type Asked = Question & { readonly answer: (yes: boolean) => void }

/** Asks the questions of everything inside it, one at a time. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const ask = useCallback(
    (question: Question) => new Promise<boolean>((answer) => setAsked({ ...question, answer })),
    [],
  )
  const answer = (yes: boolean) => {
    asked?.answer(yes)
    setAsked(undefined)
  }
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && (
        <Dialog open modalType="alert" onOpenChange={() => answer(false)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{asked.title}</DialogTitle>
              <DialogContent>{asked.text}</DialogContent>
              <DialogActions>
                <Button appearance="primary" className={asked.danger ? styles.danger : ''} onClick={() => answer(true)}>
                  {asked.confirm}
                </Button>
                <Button onClick={() => answer(false)}>{t('common.cancel')}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </ConfirmContext>
  )
}

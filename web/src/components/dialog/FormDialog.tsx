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
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { ErrorMessage } from '@/components/error/ErrorMessage'

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } })

type Props = {
  readonly title: string
  readonly confirm: string
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  /** The fields; they are given what the server said of each. */
  readonly children: (errors: (field: string) => string | undefined) => ReactNode
}

/** A small form over the page. It stays open until what it asks for is done. */
export function FormDialog({ title, confirm, onSubmit, onClose, children }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await onSubmit()
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const target = error instanceof ApiError ? error.target : undefined
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <form onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {error !== undefined && <ErrorMessage error={error} />}
              {children((field) => (field === target && error instanceof Error ? error.message : undefined))}
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={busy}>
                {confirm}
              </Button>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { signIn, type Credentials } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { EntryFrame } from './EntryFrame'

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } })

type Props = {
  /** The page that was asked for. */
  readonly to?: string
  /** Signs in once, without a password. */
  readonly ticket?: string
}

/** Only pages of our own: an address that someone sends must not lead elsewhere. */
const inside = (to: string | undefined) => (to && /^\/(?![/\\])/.test(to) ? to : '/')

export function SignIn({ to, ticket }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const tried = useRef<string>(undefined)
  usePageTitle(t('session.signIn'))

  const enter = async (credentials: Credentials) => {
    setBusy(true)
    setError(undefined)
    try {
      await signIn(credentials)
      await navigate({ href: inside(to), replace: true })
    } catch (failure) {
      setError(failure)
      setPassword('')
      setBusy(false)
    }
  }

  useEffect(() => {
    // A ticket is good for one try only.
    if (!ticket || tried.current === ticket) return
    tried.current = ticket
    void enter({ ticket })
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter({ userName, password })
  }
  const wrong = error instanceof ApiError && error.status === 401 ? error.message || t('session.wrong') : undefined

  return (
    <EntryFrame title={t('session.signIn')}>
      <form className={styles.form} onSubmit={submit}>
        {error !== undefined && !wrong && <ErrorMessage error={error} />}
        <Field label={t('fields.userName')} required>
          <Input
            name="userName"
            autoComplete="username"
            autoCapitalize="none"
            value={userName}
            onChange={(_, { value }) => setUserName(value)}
          />
        </Field>
        <Field label={t('session.password')} required validationMessage={wrong}>
          <Input
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
        <Button appearance="primary" size="large" type="submit" disabled={busy || !userName || !password}>
          {t('session.signIn')}
        </Button>
      </form>
    </EntryFrame>
  )
}

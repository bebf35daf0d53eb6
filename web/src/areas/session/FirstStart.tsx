import { Button, Checkbox, Combobox, Field, Input, Option, makeStyles, tokens } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { startFirst, type FirstStart as Start } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { EntryFrame } from './EntryFrame'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  zone: { minInlineSize: 0 },
})

const LEAST_PASSWORD = 10
const currencies = ['NOK', 'SEK', 'DKK', 'EUR', 'GBP', 'USD']
const zones = Intl.supportedValuesOf('timeZone')

/** Makes the company and its first user. */
export function FirstStart({ code }: { readonly code: string }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  usePageTitle(t('session.firstStart'))
  const [start, setStart] = useState<Start>({
    code,
    company: '',
    currencyCode: 'NOK',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userName: '',
    password: '',
    demoData: false,
  })
  const [zone, setZone] = useState(start.timeZone)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Start>) => setStart({ ...start, ...part })
  const said = (field: keyof Start) => (error instanceof ApiError && error.target === field ? error.message : undefined)
  const short = start.password.length > 0 && start.password.length < LEAST_PASSWORD
  const complete = start.code && start.company && start.userName && start.password.length >= LEAST_PASSWORD

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await startFirst(start)
      await navigate({ to: '/', replace: true })
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <EntryFrame title={t('session.firstStart')}>
      <p>{t('session.firstStartText')}</p>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {error !== undefined && <ErrorMessage error={error} />}
        <Field label={t('session.code')} hint={t('session.codeHint')} required validationMessage={said('code')}>
          <Input value={start.code} autoComplete="off" onChange={(_, { value }) => set({ code: value.trim() })} />
        </Field>
        <Field label={t('session.company')} required validationMessage={said('company')}>
          <Input
            value={start.company}
            autoComplete="organization"
            onChange={(_, { value }) => set({ company: value })}
          />
        </Field>
        <div className={styles.pair}>
          <Field label={t('session.currency')} required validationMessage={said('currencyCode')}>
            <Combobox
              freeform
              className={styles.zone}
              input={{ className: styles.zone }}
              value={start.currencyCode}
              selectedOptions={[start.currencyCode]}
              onChange={({ target }) => set({ currencyCode: target.value.toUpperCase() })}
              onOptionSelect={(_, { optionValue }) => optionValue && set({ currencyCode: optionValue })}
            >
              {currencies.map((currency) => (
                <Option key={currency}>{currency}</Option>
              ))}
            </Combobox>
          </Field>
          <Field label={t('fields.timeZone')} required validationMessage={said('timeZone')}>
            <Combobox
              className={styles.zone}
              input={{ className: styles.zone }}
              value={zone}
              selectedOptions={[start.timeZone]}
              onChange={({ target }) => setZone(target.value)}
              onBlur={() => setZone(start.timeZone)}
              onOptionSelect={(_, { optionValue }) => {
                if (!optionValue) return
                set({ timeZone: optionValue })
                setZone(optionValue)
              }}
            >
              {zones
                .filter((name) => zone === start.timeZone || name.toLowerCase().includes(zone.toLowerCase()))
                .slice(0, 60)
                .map((name) => (
                  <Option key={name}>{name}</Option>
                ))}
            </Combobox>
          </Field>
        </div>
        <Field label={t('fields.userName')} required validationMessage={said('userName')}>
          <Input
            value={start.userName}
            autoComplete="username"
            autoCapitalize="none"
            onChange={(_, { value }) => set({ userName: value })}
          />
        </Field>
        <Field
          label={t('session.password')}
          required
          hint={t('session.passwordHint', { count: LEAST_PASSWORD })}
          validationState={short ? 'warning' : 'none'}
          validationMessage={said('password')}
        >
          <Input
            type="password"
            value={start.password}
            autoComplete="new-password"
            onChange={(_, { value }) => set({ password: value })}
          />
        </Field>
        <Checkbox
          label={t('session.demoData')}
          checked={start.demoData}
          onChange={(_, { checked }) => set({ demoData: checked === true })}
        />
        <Button appearance="primary" size="large" type="submit" disabled={busy || !complete}>
          {t('session.begin')}
        </Button>
      </form>
    </EntryFrame>
  )
}

import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Spinner,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import type { Row } from '@/api/fields'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Back } from '@/components/page/Back'
import { usePageTitle } from '@/components/page/usePageTitle'
import { draftOf, empty, mayGoOn, steps, type Draft, type Step } from './draft'
import { Outcome } from './Outcome'
import { StepFields } from './StepFields'
import { Overtaken, useConnect } from './useConnect'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxInlineSize: '640px' },
  place: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  // It is where the step begins, but nothing that can be pressed.
  heading: { outlineStyle: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  /** The shop that is connected anew; without one a shop is made. */
  readonly shop?: Row<'shopifyShops'> | undefined
  /** Where it goes on once the store has answered; else it ends at the shop's card. */
  readonly onConnected?: (shop: string) => Promise<void>
  /** What is to be done before the person is sent to the store, from where the server takes them back. */
  readonly onLeaving?: (shop: string) => Promise<void>
}

/** Leads from nothing to a store that answers: the way, the store, the credentials, and what the store says. */
export function ConnectPage({ shop, onConnected, onLeaving }: Props) {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>(() => (shop ? draftOf(shop) : empty))
  const [step, setStep] = useState<Step>('way')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { made, tested, connect, check } = useConnect(shop, onLeaving)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = t('pages.connectShop')
  usePageTitle(title)
  // Whoever can't see the page hears where the step has led to.
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) heading.current?.focus()
    first.current = false
  }, [step])

  const place = steps.indexOf(step)
  const go = (by: 1 | -1) => setStep(steps[place + by] ?? step)
  const said = (field: string) => (error instanceof ApiError && error.target === field ? error.message : undefined)
  const back = () => {
    setError(undefined)
    go(-1)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!mayGoOn(step, draft) || busy) return
    setError(undefined)
    setBusy(true)
    try {
      if (step === 'way') await check(draft)
      if (step !== 'credentials') return go(1)
      const address = await connect(draft)
      if (address === undefined) setStep('outcome')
      else window.location.assign(address)
    } catch (failure) {
      setError(failure)
      if (failure instanceof Overtaken) setDraft(failure.draft)
      // What was refused is put right where it was entered.
      if (failure instanceof ApiError && ['code', 'domain', 'adminUrl'].includes(failure.target ?? '')) setStep('store')
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={page.page}>
      <div>
        <Back to="/shops" caption="shops" />
        <h1 className={page.title}>{title}</h1>
      </div>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div>
          <p className={styles.place} role="status">
            {t('jobSetup.place', { step: place + 1, steps: steps.length, name: t(`shops.step_${step}`) })}
          </p>
          <ProgressBar aria-hidden value={place + 1} max={steps.length} />
        </div>
        <h2 ref={heading} tabIndex={-1} className={mergeClasses(page.part, styles.heading)}>
          {t(`shops.step_${step}`)}
        </h2>
        {error instanceof Overtaken ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t('errors.changed')}</MessageBarTitle> {t('shops.overtaken')}
            </MessageBarBody>
          </MessageBar>
        ) : (
          error !== undefined && <ErrorMessage error={error} />
        )}
        {step === 'outcome' ? (
          tested &&
          made && <Outcome shop={made} tested={tested} onAgain={() => setStep('way')} onConnected={onConnected} />
        ) : (
          <>
            <StepFields
              step={step}
              draft={draft}
              fixed={made !== undefined}
              onChange={(part) => setDraft({ ...draft, ...part })}
              said={said}
            />
            {busy && step === 'credentials' && <Spinner label={t('shops.testing')} />}
            <div className={styles.actions}>
              <Button appearance="primary" type="submit" disabled={busy || !mayGoOn(step, draft)}>
                {step === 'credentials'
                  ? t(draft.way === 'letIn' ? 'shops.goToStore' : 'shops.connectAndTest')
                  : t('jobSetup.next')}
              </Button>
              {place > 0 && <Button onClick={back}>{t('jobSetup.back')}</Button>}
              <Button onClick={() => void navigate({ to: made ? `/shops/${made.id}` : '/shops' })}>
                {t('common.cancel')}
              </Button>
            </div>
          </>
        )}
      </form>
    </div>
  )
}

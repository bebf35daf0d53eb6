import { Button, ProgressBar } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useGuideStyles } from './guideStyles'
import { steps, type Step } from './steps'
import { useTexts } from './useTexts'

type Props = {
  readonly step: Step
  readonly back: (() => Promise<void>) | undefined
  /** Leads on; absent at the last step. */
  readonly next?: () => Promise<void>
  /** Why one can't go on yet is on the page. */
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** A step: where it stands, what it holds, and the way on and back. */
export function Frame({ step, back, next, disabled = false, children }: Props) {
  const styles = useGuideStyles()
  const t = useTexts()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever can't see the page hears where the step has led to.
  useEffect(() => heading.current?.focus(), [])
  const leave = async (way: () => Promise<void>) => {
    setError(undefined)
    setBusy(true)
    try {
      await way()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  // The store was connected before.
  const place = steps.indexOf(step) + 2
  return (
    <section className={styles.step} aria-label={t(step)}>
      <div>
        <p className={styles.place} role="status">
          {t('place', { step: place, steps: steps.length + 1, name: t(step) })}
        </p>
        <ProgressBar aria-hidden value={place} max={steps.length + 1} />
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t(step)}
      </h2>
      {children}
      {error !== undefined && <ErrorMessage error={error} />}
      <div className={styles.actions}>
        {next && (
          <Button appearance="primary" disabled={busy || disabled} onClick={() => void leave(next)}>
            {t('next')}
          </Button>
        )}
        {back && (
          <Button disabled={busy} onClick={() => void leave(back)}>
            {t('back')}
          </Button>
        )}
      </div>
    </section>
  )
}

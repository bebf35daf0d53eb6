import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch } from '@/api/client'
import { setupQuery, type Setup } from '@/api/jobQueue'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { changesOf, mayGoOn, stepFrom, steps, type Step } from './wizard'
import { WizardStep } from './WizardStep'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minBlockSize: '260px' },
  place: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Leads through whom the job queue tells of failed jobs, how, and when (page 1179). Nothing is kept before its end. */
export function SetupWizard({ setup, onClose }: { readonly setup: Setup; readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>('start')
  const [draft, setDraft] = useState(setup)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const place = steps.indexOf(step) + 1
  const finish = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const changes = changesOf(setup, draft)
      if (Object.keys(changes).length) await patch('/jobQueueSetup', changes, setup['@odata.etag'])
      await queries.invalidateQueries({ queryKey: setupQuery.queryKey })
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(`jobSetup.step_${step}`)}</DialogTitle>
          <DialogContent className={styles.content}>
            <div>
              <p className={styles.place} role="status">
                {t('jobSetup.place', { step: place, steps: steps.length, name: t(`jobSetup.step_${step}`) })}
              </p>
              <ProgressBar aria-hidden value={place} max={steps.length} />
            </div>
            {error !== undefined && <ErrorMessage error={error} />}
            <WizardStep step={step} draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button disabled={step === 'start'} onClick={() => setStep(stepFrom(step, -1))}>
              {t('jobSetup.back')}
            </Button>
            {step === 'finish' ? (
              <Button appearance="primary" disabled={busy} onClick={() => void finish()}>
                {t('jobSetup.finish')}
              </Button>
            ) : (
              <Button appearance="primary" disabled={!mayGoOn(step, draft)} onClick={() => setStep(stepFrom(step, 1))}>
                {t('jobSetup.next')}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

import { Button, Checkbox, Field, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, patch } from '@/api/client'
import { setupQuery, TELL_ME, type Setup } from '@/api/jobQueue'
import { useCan } from '@/api/session'
import { useSetting } from '@/api/settings'
import type { Action } from '@/components/action/action'
import { ActionBar } from '@/components/action/ActionBar'
import { NumberInput } from '@/components/card/NumberInput'
import { useDialog } from '@/components/dialog/useDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useNotify } from '@/components/notice/useNotify'
import { usePageTitle } from '@/components/page/usePageTitle'
import { usePageStyles } from '../pageStyles'
import { TELL_QUEUED } from '../started'
import { Administrators } from './Administrators'
import { SetupFacts } from './SetupFacts'
import { SetupWizard } from './SetupWizard'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  keep: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, maxInlineSize: '480px' },
  days: { flexGrow: 1, minInlineSize: 0 },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

/** Whom the job queue tells of failed jobs, who its administrators are, and how long it keeps its log. */
export function JobQueueSetupPage() {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const dialog = useDialog()
  const { data: setup, error, refetch } = useQuery(setupQuery)
  const [tell, setTell] = useSetting<boolean>(TELL_ME)
  const [tellQueued, setTellQueued] = useSetting<boolean>(TELL_QUEUED)
  usePageTitle(t('pages.jobQueueSetup'))
  const actions: Action[] = [
    {
      key: 'wizard',
      caption: t('jobSetup.guide'),
      icon: <Alert20Regular />,
      primary: true,
      permission: 'Setup.Change',
      disabled: !setup,
      run: () => setup && dialog((close) => <SetupWizard setup={setup} onClose={close} />),
    },
  ]
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.jobQueueSetup')}</h1>
      <ActionBar actions={actions} />
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!setup && !error && <Spinner label={t('common.loading')} />}
      {setup && (
        <>
          <Part title={t('jobSetup.notifications')}>
            <SetupFacts setup={setup} />
          </Part>
          <Part title={t('jobSetup.administrators')}>
            <p>{t('jobSetup.administratorsText')}</p>
            <Administrators />
          </Part>
          <Part title={t('jobSetup.log')}>
            <Retention key={setup['@odata.etag']} setup={setup} />
          </Part>
          <Part title={t('jobSetup.me')}>
            <Checkbox
              className={styles.check}
              label={t('jobSetup.tellMe')}
              checked={tell ?? true}
              onChange={(_, { checked }) => void setTell(checked === true)}
            />
            <Checkbox
              className={styles.check}
              label={t('jobSetup.tellQueued')}
              checked={tellQueued ?? true}
              onChange={(_, { checked }) => void setTellQueued(checked === true)}
            />
          </Part>
        </>
      )}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  const page = usePageStyles()
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={page.part}>{title}</h2>
      {children}
    </section>
  )
}

/** How long the log is kept. */
function Retention({ setup }: { readonly setup: Setup }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const queries = useQueryClient()
  const notify = useNotify()
  const may = useCan()('Setup.Change')
  const [days, setDays] = useState<number | null>(setup.logRetentionDays)
  const [refused, setRefused] = useState<string>()
  if (!may) return <p>{t('jobSetup.kept', { count: setup.logRetentionDays })}</p>
  const save = async () => {
    setRefused(undefined)
    try {
      await patch('/jobQueueSetup', { logRetentionDays: days ?? 0 }, setup['@odata.etag'])
      await queries.invalidateQueries({ queryKey: setupQuery.queryKey })
      notify.success(t('jobSetup.saved'))
    } catch (failure) {
      if (failure instanceof ApiError && failure.target === 'logRetentionDays') setRefused(failure.message)
      else notify.failure(failure)
    }
  }
  return (
    <div className={styles.keep}>
      <Field className={styles.days} label={t('jobSetup.logRetentionDays')} validationMessage={refused}>
        <NumberInput value={days} onChange={setDays} />
      </Field>
      <Button disabled={(days ?? 0) === setup.logRetentionDays} onClick={() => void save()}>
        {t('common.save')}
      </Button>
    </div>
  )
}

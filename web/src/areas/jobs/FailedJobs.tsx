import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { failuresQuery, TELL_ME } from '@/api/jobQueue'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { useSetting } from '@/api/settings'
import { useRun } from '@/components/action/useRun'
import { useNotify } from '@/components/notice/useNotify'
import { failedSearch } from './failedSearch'

const useStyles = makeStyles({ actions: { flexWrap: 'wrap', '& > button': { whiteSpace: 'nowrap' } } })

/** Says that jobs have failed, to those whom the setup says and who want to know. */
export function FailedJobs() {
  const styles = useStyles()
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const notify = useNotify()
  const { run, running } = useRun()
  const [tell, setTell] = useSetting<boolean>(TELL_ME)
  const wanted = can('JobQueue.Read') && tell !== false
  const { data } = useQuery({ ...failuresQuery, enabled: wanted })
  if (!wanted || !data?.failed) return null
  const { failed, urgent, only, scope } = data
  const restart = async () => {
    if (!only) return
    await post(`/jobQueueEntries/${only.id}/Kobling.restart`)
    for (const queryKey of [failuresQuery.queryKey, ['jobQueueEntries'], ['cues']])
      await queries.invalidateQueries({ queryKey })
  }
  const show = () =>
    void (only
      ? navigate({ to: `/job-queue/${only.id}` })
      : navigate({ to: '/job-queue', search: failedSearch(scope) as never }))
  const silence = async () => {
    await setTell(false)
    notify.success(t('jobs.silenced'), { caption: t('pages.jobQueueSetup'), to: '/job-queue-setup' })
  }
  const busy = running !== undefined
  return (
    <MessageBar intent={urgent ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('jobs.failedTitle', { count: failed })}</MessageBarTitle>{' '}
        {only ? t('jobs.failedOnly', { description: only.description, user: only.userId }) : ''}
      </MessageBarBody>
      <MessageBarActions className={styles.actions}>
        {only && can('JobQueue.Run') && (
          <Button size="small" disabled={busy} onClick={() => run({ key: 'restart', run: restart })}>
            {t('jobs.restartFailed')}
          </Button>
        )}
        <Button size="small" onClick={show}>
          {t('jobs.showDetails')}
        </Button>
        <Button
          size="small"
          appearance="transparent"
          disabled={busy}
          onClick={() => run({ key: 'silence', run: silence })}
        >
          {t('jobs.dontShowAgain')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular, DocumentAdd20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCues } from '@/api/cues'
import { useSession } from '@/api/session'
import { cueCaption } from '@/areas/cues/cueCaption'
import { latestColumns } from '@/areas/jobs/logColumns'
import { FailedJobs } from '@/areas/jobs/FailedJobs'
import { RunDetails } from '@/areas/jobs/RunDetails'
import type { Action } from '@/components/action/action'
import { ActionBar } from '@/components/action/ActionBar'
import { Lines } from '@/components/card/Lines'
import { CueGroup } from '@/components/cue/CueGroup'
import { CueTile } from '@/components/cue/CueTile'
import { useDialog } from '@/components/dialog/useDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { cuePages, searchOf } from './cuePages'
import { ShopChoice } from './ShopChoice'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 700px)': { padding: tokens.spacingHorizontalM },
  },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  runs: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxInlineSize: '1000px' },
  header: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

/** The tasks that people begin with, the first of them most. */
const SYNC_ORDERS = 30104
const TASKS = [SYNC_ORDERS, 30103] as const
const groups = ['shopifyActivities', 'jobQueue'] as const

type Props = {
  /** The code of the shop of which the tiles count; without one, of all. */
  readonly shop: string | undefined
}

/** The first page: what waits for a person, and what ran last. */
export function RoleCenter({ shop }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const dialog = useDialog()
  const navigate = useNavigate()
  const { user, workDate } = useSession()
  const { data, error, refetch } = useCues(shop)
  usePageTitle(t('pages.roleCenter'))
  const actions: Action[] = TASKS.map((objectId) => ({
    key: String(objectId),
    caption: t(`tasks.t${objectId}`),
    icon: objectId === SYNC_ORDERS ? <ArrowSync20Regular /> : <DocumentAdd20Regular />,
    permission: 'Synchronization.Run',
    primary: objectId === SYNC_ORDERS,
    run: () => navigate({ to: '/tasks/$objectId', params: { objectId: String(objectId) } }),
  }))
  actions.push({ key: 'cueSetup', caption: t('pages.cueSetup'), run: () => navigate({ to: '/cue-setup' }) })
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('cues.hello', { name: user.fullName || user.userName })}</h1>
        <p>{format.longDate(workDate)}</p>
        <ActionBar actions={actions} />
      </header>
      <FailedJobs />
      <ShopChoice shop={shop} />
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner label={t('common.loading')} />}
      {groups.map((group) => (
        <CueGroup key={group} title={t(`cues.${group}`)}>
          {data
            ?.filter((cue) => cue.group === group && cue.entity in cuePages)
            .map((cue) => (
              <CueTile
                key={cue.name}
                caption={cueCaption(t, cue.name)}
                count={cue.count}
                style={cue.style}
                meaning={t(`cues.meaning_${cue.style}`)}
                to={cuePages[cue.entity] ?? '/'}
                search={searchOf(cue, shop)}
              />
            ))}
        </CueGroup>
      ))}
      <section className={styles.runs} aria-label={t('cues.latestRuns')}>
        <h2 className={styles.part}>{t('cues.latestRuns')}</h2>
        <Lines
          entity="jobQueueLogEntries"
          label={t('cues.latestRuns')}
          columns={latestColumns}
          filter=""
          sort="startDateTime desc"
          top={8}
          onOpen={(run) => dialog((close) => <RunDetails run={run} onClose={close} />)}
        />
      </section>
    </div>
  )
}

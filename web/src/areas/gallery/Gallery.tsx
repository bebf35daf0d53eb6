import { makeStyles, tokens } from '@fluentui/react-components'
import { Add20Regular, Delete20Regular, Pause20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { ActionBar } from '@/components/action/ActionBar'
import { CueGroup } from '@/components/cue/CueGroup'
import { CueTile } from '@/components/cue/CueTile'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { usePageTitle } from '@/components/page/usePageTitle'
import { StatusBadge } from '@/components/status/StatusBadge'
import { useNotify } from '@/components/notice/useNotify'
import { CardSample } from './CardSample'
import { ListSample } from './ListSample'
import { RequestSample } from './RequestSample'
import { Sample } from './Sample'
import { refusal } from './samples'
import { TimelineSample } from './TimelineSample'
import { UsageSample } from './UsageSample'
import { useDialogSamples } from './useDialogSamples'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXXL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 700px)': { padding: tokens.spacingHorizontalM },
  },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

const states = { good: 'success', busy: 'inProcess', warning: 'onHold', bad: 'error', neutral: 'open' } as const
const cues = {
  favorable: 'skippedRecords',
  ambiguous: 'unprocessedOrders',
  unfavorable: 'synchronizationErrors',
  subordinate: 'tasksInProcess',
} as const

/** Every component in its states, with data that stands still: what is looked at and tested for everyone's use. */
export function Gallery() {
  const styles = useStyles()
  const { t } = useTranslation()
  const notify = useNotify()
  const dialogs = useDialogSamples()
  usePageTitle(t('pages.gallery'))
  const nothing = () => undefined
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('pages.gallery')}</h1>
      <Sample title={t('gallery.states')}>
        <div className={styles.row}>
          {(['good', 'busy', 'warning', 'bad', 'neutral'] as const).map((tone) => (
            <StatusBadge key={tone} tone={tone}>
              {t(`options.${states[tone]}`)}
            </StatusBadge>
          ))}
        </div>
      </Sample>
      <Sample title={t('gallery.actions')}>
        <ActionBar
          actions={[
            { key: 'new', caption: t('common.new'), icon: <Add20Regular />, primary: true, run: nothing },
            { key: 'hold', caption: t('jobs.setOnHold'), icon: <Pause20Regular />, run: nothing },
            { key: 'off', caption: t('common.edit'), disabled: true, run: nothing },
            {
              key: 'delete',
              caption: t('common.delete'),
              icon: <Delete20Regular />,
              group: t('common.more'),
              run: nothing,
            },
          ]}
        />
      </Sample>
      <Sample title={t('gallery.cues')}>
        <CueGroup title={t('cues.shopifyActivities')}>
          {(['favorable', 'ambiguous', 'unfavorable', 'subordinate'] as const).map((style, index) => (
            <CueTile
              key={style}
              caption={t(`cues.${cues[style]}`)}
              count={index * 1234}
              style={style}
              meaning={t(`cues.meaning_${style}`)}
              to="/gallery"
            />
          ))}
        </CueGroup>
      </Sample>
      <Sample title={t('gallery.errors')}>
        <ErrorMessage error={refusal} onRetry={nothing} />
      </Sample>
      <Sample title={t('gallery.list')}>
        <ListSample />
      </Sample>
      <Sample title={t('gallery.card')}>
        <CardSample />
      </Sample>
      <Sample title={t('gallery.request')}>
        <RequestSample />
      </Sample>
      <Sample title={t('gallery.timeline')}>
        <TimelineSample />
      </Sample>
      <Sample title={t('gallery.usage')}>
        <UsageSample />
      </Sample>
      <Sample title={t('gallery.dialogs')}>
        <ActionBar actions={dialogs} />
      </Sample>
      <Sample title={t('gallery.notifications')}>
        <ActionBar
          actions={[
            {
              key: 'success',
              caption: t('gallery.success'),
              run: () =>
                notify.success(t('jobs.queued', { caption: t('tasks.t30104') }), {
                  caption: t('jobs.showEntry'),
                  to: '/job-queue',
                }),
            },
            { key: 'failure', caption: t('gallery.failure'), run: () => notify.failure(refusal) },
          ]}
        />
      </Sample>
    </div>
  )
}

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Setup } from '@/api/jobQueue'
import { useFormat } from '@/i18n/format'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 160px) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxInlineSize: '640px',
  },
  name: { color: tokens.colorNeutralForeground3 },
})

/** Whom the job queue tells of failed jobs, how, and when; in words. */
export function SetupFacts({ setup }: { readonly setup: Setup }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const said = (
    ...names: ('notifyUserInitiatingTask' | 'notifyJobQueueAdmin' | 'inProductNotification' | 'mailNotification')[]
  ) =>
    names
      .filter((name) => setup[name])
      .map((name) => t(`jobSetup.${name}`))
      .join('; ') || t('jobSetup.none')
  const [first, second] = [format.number(setup.threshold1), format.number(setup.threshold2)]
  const facts = [
    { name: t('jobSetup.step_participants'), value: said('notifyUserInitiatingTask', 'notifyJobQueueAdmin') },
    { name: t('jobSetup.step_type'), value: said('inProductNotification', 'mailNotification') },
    {
      name: t('jobSetup.step_time'),
      value: setup.notifyWhenJobFailed ? t('jobSetup.atOnce') : t('jobSetup.fromCounts', { first, second }),
    },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

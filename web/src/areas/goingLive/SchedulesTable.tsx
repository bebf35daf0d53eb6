import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { Scrolled } from '@/components/page/Scrolled'
import { StatusBadge } from '@/components/status/StatusBadge'
import type { Tone } from '@/components/status/tone'
import { taskCaption } from '@/i18n/captions'
import { useTexts } from './useTexts'

type Job = components['schemas']['RecurringJob']

const tones: Record<string, Tone> = { Ready: 'good', Stopped: 'warning' }

/** The jobs that recur for a shop: when, and which of them are there. */
export function SchedulesTable({ jobs }: { readonly jobs: readonly Job[] }) {
  const { t: common } = useTranslation()
  const t = useTexts()
  const recurs = ({ numberOfMinutesBetweenRuns: minutes, startingTime }: Job) =>
    minutes > 0 ? t('everyMinutes', { minutes }) : t('daily', { time: startingTime?.slice(0, 5) ?? '' })
  return (
    <Scrolled label={t('Schedules')}>
      <Table size="small" aria-label={t('Schedules')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('job')}</TableHeaderCell>
            <TableHeaderCell>{t('category')}</TableHeaderCell>
            <TableHeaderCell>{t('every')}</TableHeaderCell>
            <TableHeaderCell>{t('state')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {jobs.map((job) => (
            <TableRow key={job.objectIdToRun}>
              <TableCell>{taskCaption(common, job.objectIdToRun, job.caption)}</TableCell>
              <TableCell>{job.jobQueueCategoryCode}</TableCell>
              <TableCell>{recurs(job)}</TableCell>
              <TableCell>
                <StatusBadge tone={tones[job.state] ?? 'neutral'}>{t(job.state as 'Ready')}</StatusBadge>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scrolled>
  )
}

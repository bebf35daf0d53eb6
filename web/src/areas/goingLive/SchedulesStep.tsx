import {
  Button,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, post } from '@/api/client'
import { queries } from '@/api/queries'
import type { components } from '@/api/schema'
import { ShopField } from '@/areas/shops/ShopField'
import { CardContext } from '@/components/card/context'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { StatusBadge } from '@/components/status/StatusBadge'
import type { Tone } from '@/components/status/tone'
import { taskCaption } from '@/i18n/captions'
import { Frame } from './Frame'
import { useGuideStyles } from './guideStyles'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

type Jobs = components['schemas']['RecurringBody']
type Job = components['schemas']['RecurringJob']

const tones: Record<string, Tone> = { Ready: 'good', Stopped: 'warning' }

/** What recurs: shown first, then made in one step. */
export function SchedulesStep({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const [error, setError] = useState<unknown>()
  const draft = useDraft('shopifyShops', shop)
  const key = ['jobQueueEntries', 'recurring', shop.id]
  const { data, error: unread } = useQuery({
    queryKey: [...key, shop.autoCreateOrders],
    queryFn: ({ signal }) => get<Jobs>(`/shopifyShops/${shop.id}/Kobling.recurringJobs`, signal),
  })
  const missing = data?.value.filter(({ state }) => state === 'Missing').length ?? 0
  const create = async () => {
    setError(undefined)
    try {
      await draft.save()
      await post<Jobs>(`/shopifyShops/${shop.id}/Kobling.createRecurringJobs`)
      await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
    } catch (failure) {
      setError(failure)
    }
  }
  const leave = async () => {
    await draft.save()
    await next()
  }
  const recurs = ({ numberOfMinutesBetweenRuns: minutes, startingTime }: Job) =>
    minutes > 0 ? t('everyMinutes', { minutes }) : t('daily', { time: startingTime?.slice(0, 5) ?? '' })
  return (
    <Frame step="Schedules" back={back} next={leave}>
      <CardContext value={draft.context}>
        <div className={styles.fields}>
          <ShopField name="autoCreateOrders" />
          <ShopField name="autoReleaseOrders" />
          <ShopField name="returnAndRefundProcess" />
        </div>
      </CardContext>
      <p>{t('schedulesText')}</p>
      {unread && <ErrorMessage error={unread} />}
      {!data && !unread && <Spinner />}
      {data && (
        <div className={styles.scroll}>
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
              {data.value.map((job) => (
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
        </div>
      )}
      {error !== undefined && <ErrorMessage error={error} />}
      {missing > 0 && (
        <div className={styles.actions}>
          <Button appearance="primary" onClick={() => void create()}>
            {t('createJobs', { count: missing })}
          </Button>
        </div>
      )}
    </Frame>
  )
}

import { Button, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '@/api/client'
import { queries } from '@/api/queries'
import type { components } from '@/api/schema'
import { useCan } from '@/api/session'
import { ShopField } from '@/areas/shops/ShopField'
import { CardContext } from '@/components/card/context'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Frame } from './Frame'
import { useGuideStyles } from './guideStyles'
import { SchedulesTable } from './SchedulesTable'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

type Jobs = components['schemas']['RecurringBody']

/** What recurs: shown first, then made in one step. */
export function SchedulesStep({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const t = useTexts()
  const can = useCan()
  const [error, setError] = useState<unknown>()
  const draft = useDraft('shopifyShops', shop)
  const { data, error: unread } = useQuery({
    queryKey: ['jobQueueEntries', 'recurring', shop.id, shop.autoCreateOrders],
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
      {data && <SchedulesTable jobs={data.value} />}
      {error !== undefined && <ErrorMessage error={error} />}
      {missing > 0 && can('JobQueue.Change') && (
        <div className={styles.actions}>
          <Button appearance="primary" onClick={() => void create()}>
            {t('createJobs', { count: missing })}
          </Button>
        </div>
      )}
    </Frame>
  )
}

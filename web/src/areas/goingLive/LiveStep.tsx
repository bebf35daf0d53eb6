import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { useCan } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { taskCaption } from '@/i18n/captions'
import { CheckLine } from './CheckLine'
import { Frame } from './Frame'
import { goLive } from './guide'
import { useGuideStyles } from './guideStyles'
import { RunLine } from './RunLine'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useSequence } from './useSequence'

type Checklist = components['schemas']['ChecklistBody']

/** Create Sales Orders. */
const DOCUMENTS = 30103

/** The checklist, and the moment from which the store may be changed. */
export function LiveStep({ shop, guide, go, back }: StepProps) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const navigate = useNavigate()
  const can = useCan()
  const [error, setError] = useState<unknown>()
  const {
    data,
    error: unread,
    refetch,
  } = useQuery({
    queryKey: ['shopifyShops', 'checklist', shop.id],
    queryFn: ({ signal }) => get<Checklist>(`/shopifyShops/${shop.id}/Kobling.checklist`, signal),
    // It looks at many tables, of which no event may tell.
    staleTime: 0,
  })
  const documents = useSequence(shop.id ?? '', () => void refetch())
  const live = () => {
    setError(undefined)
    goLive(shop.id ?? '').catch(setError)
  }
  const isLive = guide.liveAt != null && shop.allowOutgoingRequests === true
  return (
    <Frame step="Live" back={back}>
      <p>{t('liveText')}</p>
      {unread && <ErrorMessage error={unread} onRetry={() => void refetch()} />}
      {!data && !unread && <Spinner />}
      <ul className={styles.list} aria-label={t('Live')}>
        {data?.value.map((check) => (
          <CheckLine
            key={check.name}
            check={check}
            go={go}
            act={
              check.name === 'testOrder' && can('Synchronization.Run') ? () => documents.start([DOCUMENTS]) : undefined
            }
            busy={documents.busy}
          />
        ))}
      </ul>
      {documents.error !== undefined && <ErrorMessage error={documents.error} />}
      <ul className={styles.list} aria-live="polite" aria-label={t('createDocuments')}>
        {documents.started.map(({ objectId, entry }) => (
          <RunLine
            key={entry}
            caption={taskCaption(common, objectId, '')}
            entry={entry}
            onEnded={() => documents.ended(entry)}
          />
        ))}
      </ul>
      {error !== undefined && <ErrorMessage error={error} />}
      {isLive && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('isLive')}</MessageBarTitle> {t('isLiveText')}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        {isLive && (
          <Button appearance="primary" onClick={() => void navigate({ to: `/shops/${shop.id}` })}>
            {t('openCard')}
          </Button>
        )}
        {!isLive && can('Shops.Change') && (
          <Button appearance="primary" disabled={data?.ready !== true} onClick={live}>
            {t('goLive')}
          </Button>
        )}
        <Button onClick={() => void refetch()}>{t('checkAgain')}</Button>
      </div>
    </Frame>
  )
}

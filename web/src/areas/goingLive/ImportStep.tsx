import { Button, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jobQueueObjectsQuery } from '@/api/jobQueueObjects'
import { useCan } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { taskCaption } from '@/i18n/captions'
import { CountsTable } from './CountsTable'
import { Frame } from './Frame'
import { tasksOf } from './firstImport'
import { useGuideStyles } from './guideStyles'
import { RunLine } from './RunLine'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useCounts } from './useCounts'
import { useSequence } from './useSequence'

/** What a first import would bring, and the import itself. The store is asked only for who may read from it. */
export function ImportStep(props: StepProps) {
  const { t } = useTranslation()
  const can = useCan()
  if (can('Synchronization.Run')) return <Import {...props} />
  return (
    <Frame step="Import" back={props.back} next={props.next}>
      <Notice intent="info">{t('request.mayNot')}</Notice>
    </Frame>
  )
}

function Import({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const { data: objects } = useQuery(jobQueueObjectsQuery)
  const { data: counts, error, isFetching, refetch } = useCounts(shop.id ?? '')
  const [done, setDone] = useState(false)
  const sequence = useSequence(shop.id ?? '', () => {
    setDone(true)
    void refetch()
  })
  const isThere = (objectId: number) => objects?.some((object) => object.objectId === objectId) === true
  const name = (objectId: number) =>
    taskCaption(common, objectId, objects?.find((object) => object.objectId === objectId)?.caption ?? '')
  const wasRead = done || counts?.orders.done === true
  return (
    <Frame step="Import" back={back} next={next} disabled={sequence.busy}>
      {!wasRead && <p>{t('importText')}</p>}
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!counts && !error && <Spinner />}
      {counts && <CountsTable counts={counts} />}
      <div className={styles.actions} aria-busy={isFetching || !objects}>
        <Button
          appearance={wasRead ? 'secondary' : 'primary'}
          disabled={!counts || !objects || sequence.busy}
          onClick={() => sequence.start(tasksOf(shop).filter(isThere))}
        >
          {t(wasRead ? 'again' : 'start')}
        </Button>
        <Button disabled={isFetching || sequence.busy} onClick={() => void refetch()}>
          {t('count')}
        </Button>
      </div>
      {sequence.error !== undefined && <ErrorMessage error={sequence.error} />}
      <ul className={styles.list} aria-live="polite" aria-label={t('Import')}>
        {sequence.started.map(({ objectId, entry }) => (
          <RunLine key={entry} caption={name(objectId)} entry={entry} onEnded={() => sequence.ended(entry)} />
        ))}
      </ul>
    </Frame>
  )
}

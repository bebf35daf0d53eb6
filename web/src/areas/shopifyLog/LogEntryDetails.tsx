import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getText } from '@/api/client'
import type { Row } from '@/api/fields'
import { FactBox } from '@/components/card/FactBox'
import { CopyButton } from '@/components/copy/CopyButton'
import { Verbatim } from '@/components/copy/Verbatim'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { useNow } from '@/components/page/useNow'
import { useFormat } from '@/i18n/format'
import { isForSupport } from './forSupport'
import { pretty } from './pretty'

type Part = 'request' | 'response' | 'supportReport'

/** A text that the log keeps of a call. */
const usePart = (id: string, part: Part, enabled = true) =>
  useQuery({
    enabled,
    queryKey: ['shopifyLogEntries', id, part],
    queryFn: ({ signal }) => getText(`/shopifyLogEntries/${id}/${part}`, signal),
  })

type Props = { readonly entry: Row<'shopifyLogEntries'>; readonly onClose: () => void }

/** One call to Shopify: how it went, what was sent, and what came back. */
export function LogEntryDetails({ entry, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = entry.id ?? ''
  const now = useNow(60_000)
  const reports = isForSupport(entry, now)
  const report = usePart(id, 'supportReport', reports)
  return (
    <ReadDialog
      wide
      title={entry.document}
      onClose={onClose}
      actions={
        reports && (
          <CopyButton text={() => report.data ?? ''} disabled={report.data === undefined}>
            {t('shopifyLog.copyReport')}
          </CopyButton>
        )
      }
    >
      {entry.message && <p>{entry.message}</p>}
      <FactBox
        title={t('jobs.details')}
        facts={[
          { name: t('fields.dateTime'), value: entry.dateTime && format.dateTime(entry.dateTime) },
          { name: t('fields.shopCode'), value: entry.shopCode },
          { name: t('fields.statusCode'), value: String(entry.statusCode || '\u2013') },
          { name: t('fields.retryCount'), value: format.number(entry.retryCount ?? 0) },
          { name: t('fields.queryCost'), value: format.number(entry.queryCost ?? 0) },
          { name: t('fields.durationMs'), value: format.number(entry.durationMs ?? 0) },
          { name: t('fields.apiVersion'), value: entry.apiVersion },
          { name: t('fields.requestId'), value: entry.requestId },
        ]}
      />
      <Body id={id} part="request" />
      <Body id={id} part="response" />
      {report.error && <ErrorMessage error={report.error} onRetry={() => void report.refetch()} />}
    </ReadDialog>
  )
}

function Body({ id, part }: { readonly id: string; readonly part: 'request' | 'response' }) {
  const { t } = useTranslation()
  const { data, error, refetch } = usePart(id, part)
  const caption = t(`shopifyLog.${part}`)
  return (
    <section aria-label={caption}>
      <h3>{caption}</h3>
      {error ? (
        <ErrorMessage error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Spinner size="tiny" label={t('common.loading')} />
      ) : (
        <Verbatim label={caption} text={pretty(data)} />
      )}
    </section>
  )
}

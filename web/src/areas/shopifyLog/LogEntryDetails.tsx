import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { API } from '@/api/client'
import type { Row } from '@/api/fields'
import { FactBox } from '@/components/card/FactBox'
import { CopyButton } from '@/components/copy/CopyButton'
import { useFormat } from '@/i18n/format'
import { pretty } from './pretty'

const useStyles = makeStyles({
  surface: { maxInlineSize: '900px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxBlockSize: '35vh',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

type Part = 'request' | 'response'

async function read(id: string, part: Part, signal: AbortSignal) {
  const response = await fetch(`${API}/shopifyLogEntries/${id}/${part}`, { signal })
  return response.ok ? pretty(await response.text()) : ''
}

type Props = { readonly entry: Row<'shopifyLogEntries'>; readonly onClose: () => void }

/** One call to Shopify: how it went, what was sent, and what came back. */
export function LogEntryDetails({ entry, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const report = async () => {
    const response = await fetch(`${API}/shopifyLogEntries/${entry.id}/supportReport`)
    return response.ok ? response.text() : ''
  }
  const { data: text = '' } = useQuery({ queryKey: ['shopifyLogEntries', entry.id, 'supportReport'], queryFn: report })
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{entry.document}</DialogTitle>
          <DialogContent className={styles.content}>
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
            <Body id={entry.id ?? ''} part="request" />
            <Body id={entry.id ?? ''} part="response" />
          </DialogContent>
          <DialogActions>
            <CopyButton text={() => text}>{t('shopifyLog.copyReport')}</CopyButton>
            <Button appearance="primary" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Body({ id, part }: { readonly id: string; readonly part: Part }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['shopifyLogEntries', id, part],
    queryFn: ({ signal }) => read(id, part, signal),
  })
  const caption = t(`shopifyLog.${part}`)
  return (
    <section aria-label={caption}>
      <h3>{caption}</h3>
      {data === undefined ? (
        <Spinner size="tiny" label={t('common.loading')} />
      ) : (
        // It scrolls, so the keyboard must reach it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles.text} tabIndex={0} aria-label={caption}>
          {data || '\u2013'}
        </pre>
      )}
    </section>
  )
}

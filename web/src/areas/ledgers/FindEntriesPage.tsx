import { Button, Field, Input, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { useSession } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DateInput } from '@/components/input/DateInput'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import type { PageKey } from '@/i18n/keys'
import { Figures } from './Figures'
import { foundIn, type Asked } from './found'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  link: { color: tokens.colorBrandForegroundLink },
})

/** Find Entries (page 344): what has come of a document, list by list. */
export function FindEntriesPage() {
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search: Partial<Asked> = useSearch({ strict: false })
  const asked = { documentNumber: search.documentNumber ?? '', postingDate: search.postingDate ?? '' }
  usePageTitle(t('pages.findEntries'))
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.findEntries')}</h1>
      <Question
        key={`${asked.documentNumber} ${asked.postingDate}`}
        asked={asked}
        onAsk={(next) => void navigate({ to: '.', search: next as never, replace: true })}
      />
      {asked.documentNumber ? <Found asked={asked} /> : <p>{t('ledgers.findEntriesHint')}</p>}
    </div>
  )
}

function Question({ asked, onAsk }: { readonly asked: Asked; readonly onAsk: (asked: Partial<Asked>) => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { workDate } = useSession()
  const [documentNumber, setDocumentNumber] = useState(asked.documentNumber)
  const [postingDate, setPostingDate] = useState(asked.postingDate)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const number = documentNumber.trim()
    onAsk({ ...(number ? { documentNumber: number } : {}), ...(postingDate ? { postingDate } : {}) })
  }
  return (
    <form className={styles.form} onSubmit={ask}>
      <Field label={t('fields.documentNumber')}>
        <Input
          value={documentNumber}
          autoComplete="off"
          maxLength={20}
          onChange={(_, { value }) => setDocumentNumber(value)}
        />
      </Field>
      <DateInput
        caption={t('fields.postingDate')}
        value={postingDate}
        days={{ today: workDate, workDate }}
        onChange={setPostingDate}
      />
      <Button type="submit" appearance="primary" icon={<Search20Regular />}>
        {t('ledgers.find')}
      </Button>
    </form>
  )
}

function Found({ asked }: { readonly asked: Asked }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  const { data, error, refetch } = useQuery({
    queryKey: ['findEntries', String(query)],
    queryFn: ({ signal }) => get<components['schemas']['FoundEntries']>(`/findEntries?${query}`, signal),
  })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner label={t('common.loading')} />
  if (!data.value.length) return <p role="status">{t('ledgers.nothingFound', asked)}</p>
  const rows = data.value.map(({ name, count }) => {
    const caption = t(`pages.${name as PageKey}`)
    const list = foundIn(name, asked)
    const shown = list ? (
      <Link to={list.to} search={list.search as never} className={styles.link}>
        {caption}
      </Link>
    ) : (
      caption
    )
    return { key: name, cells: [shown, format.number(count)] }
  })
  return (
    <Figures
      label={t('pages.findEntries')}
      columns={[{ caption: t('ledgers.list') }, { caption: t('ledgers.entries'), figure: true }]}
      rows={rows}
    />
  )
}

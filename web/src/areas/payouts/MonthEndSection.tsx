import { makeStyles, tokens } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { Figures } from '@/areas/ledgers/Figures'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { explains, figureCaption, linkOf } from './monthEnd'

type Body = components['schemas']['MonthEndSectionBody']
type Reason = components['schemas']['MonthEndReasonBody']

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  records: { marginBlockStart: tokens.spacingVerticalS },
})

/** One comparison: both sides, what explains the difference, and by which records. */
export function MonthEndSection({ section }: { readonly section: Body }) {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const title = optionCaption(t, section.section)
  const isEven = section.difference === 0
  const rows = [
    { key: 'shopify', cells: [t('payouts.shopifySays'), format.amount(section.shopify)] },
    ...section.figures.map(({ name, amount }) => ({
      key: `figure ${name}`,
      cells: [t('payouts.thereof', { name: figureCaption(t, name) }), format.amount(amount)],
    })),
    { key: 'ledger', cells: [t('payouts.ledgerSays'), format.amount(-section.ledger)] },
    ...section.explained.filter(explains).map(({ reason, amount, count }) => ({
      key: `reason ${reason}`,
      cells: [`${optionCaption(t, reason)} (${count})`, format.amount(-amount)],
    })),
  ]
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={page.part}>{title}</h2>
        <StatusBadge tone={isEven ? 'good' : section.rest === 0 ? 'warning' : 'bad'}>
          {isEven
            ? t('payouts.even')
            : section.rest === 0
              ? t('payouts.explained')
              : t('payouts.rest', { amount: format.amount(section.rest) })}
        </StatusBadge>
      </div>
      <Figures
        label={title}
        columns={[{ caption: t('payouts.what') }, { caption: t('fields.amount'), figure: true }]}
        rows={rows}
        sum={[t('payouts.restTitle'), format.amount(section.rest)]}
      />
      {section.explained.map((reason) => (
        <Records key={reason.reason} reason={reason} />
      ))}
    </section>
  )
}

function Records({ reason }: { readonly reason: Reason }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const records = reason.records.filter(({ number }) => number)
  if (!records.length) return null
  const title = optionCaption(t, reason.reason)
  return (
    <details>
      <summary>{t('payouts.records', { count: reason.count, reason: title })}</summary>
      <div className={styles.records}>
        <Figures
          label={title}
          columns={[
            { caption: t('payouts.record') },
            { caption: t('payouts.shopifySays'), figure: true },
            { caption: t('payouts.ledgerSays'), figure: true },
            { caption: t('payouts.difference'), figure: true },
          ]}
          rows={records.map((record) => {
            const to = linkOf(record)
            return {
              key: `${record.kind} ${record.number}`,
              cells: [
                to ? <Link to={to}>{record.number}</Link> : record.number,
                format.amount(record.shopify),
                format.amount(record.ledger),
                format.amount(record.shopify - record.ledger),
              ],
            }
          })}
        />
      </div>
    </details>
  )
}

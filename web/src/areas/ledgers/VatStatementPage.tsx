import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { API, get } from '@/api/client'
import type { components } from '@/api/schema'
import { useSession } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DateInput } from '@/components/input/DateInput'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { Figures } from './Figures'
import { periods, type Period } from './period'
import { sumOf } from './sumOf'

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** VAT Statement: what is owed to each country at each rate for a period, as a VAT return asks for it. */
export function VatStatementPage() {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { workDate, company } = useSession()
  const search: Partial<Period> = useSearch({ strict: false })
  const [lastQuarter] = periods(workDate)
  const period = { from: search.from ?? lastQuarter.from, to: search.to ?? lastQuarter.to }
  const choose = (part: Partial<Period>) =>
    void navigate({ to: '.', search: { ...period, ...part } as never, replace: true })
  const days = { today: workDate, workDate }
  const query = new URLSearchParams(period)
  usePageTitle(t('pages.vatStatement'))
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.vatStatement')}</h1>
      <div className={styles.tools}>
        <DateInput
          caption={t('ledgers.from')}
          value={period.from}
          days={days}
          required
          onChange={(from) => from && choose({ from })}
        />
        <DateInput
          caption={t('ledgers.to')}
          value={period.to}
          days={days}
          required
          onChange={(to) => to && choose({ to })}
        />
        {periods(workDate).map(({ name, ...chosen }) => (
          <Button key={name} appearance="subtle" onClick={() => choose(chosen)}>
            {t(`ledgers.${name}`)}
          </Button>
        ))}
        <Button
          as="a"
          icon={<ArrowDownload20Regular />}
          href={`${API}/vatStatement?${query}&$format=csv`}
          download={`vat-${period.from}-${period.to}.csv`}
        >
          {t('lists.csv')}
        </Button>
      </div>
      <Statement query={String(query)} />
      <p className={styles.quiet}>{t('ledgers.vatStatementNote', { currency: company.currencyCode })}</p>
    </div>
  )
}

function Statement({ query }: { readonly query: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['vatStatement', query],
    queryFn: ({ signal }) => get<components['schemas']['VatStatement']>(`/vatStatement?${query}`, signal),
  })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner label={t('common.loading')} />
  if (!data.value.length) return <p role="status">{t('ledgers.noVat')}</p>
  const isTaxed = data.value.some(({ taxJurisdictionCode }) => taxJurisdictionCode)
  const rows = data.value.map(({ countryRegionCode, taxJurisdictionCode, vatPercent, base, amount }) => ({
    key: `${countryRegionCode} ${taxJurisdictionCode} ${vatPercent}`,
    cells: [
      countryRegionCode || t('ledgers.noCountry'),
      ...(isTaxed ? [taxJurisdictionCode] : []),
      `${format.number(vatPercent)}\u00a0%`,
      format.amount(base),
      format.amount(amount),
    ],
  }))
  return (
    <Figures
      label={t('pages.vatStatement')}
      columns={[
        { caption: t('fields.country') },
        ...(isTaxed ? [{ caption: t('fields.taxJurisdictionCode') }] : []),
        { caption: t('fields.taxPercent'), figure: true },
        { caption: t('fields.base'), figure: true },
        { caption: t('fields.vatAmount'), figure: true },
      ]}
      rows={rows}
      sum={[
        t('ledgers.total'),
        ...(isTaxed ? [''] : []),
        '',
        format.amount(sumOf(data.value.map(({ base }) => base))),
        format.amount(sumOf(data.value.map(({ amount }) => amount))),
      ]}
    />
  )
}

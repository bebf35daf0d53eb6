import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import { useRecords } from '@/api/record'
import type { components } from '@/api/schema'
import { useSession } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { Choice } from '@/components/chart/ChartTools'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { MonthEndSection } from './MonthEndSection'
import { months } from './months'

const MONTHS = 24

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Asked = { readonly shop?: string; readonly month?: string }

/** Month End: what Shopify says of a month beside what the ledger says, and what explains the rest. */
export function MonthEndPage() {
  const styles = useStyles()
  const page = usePageStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { workDate, company } = useSession()
  const asked: Asked = useSearch({ strict: false })
  const { data: shops, error, refetch } = useRecords('shopifyShops', { $orderby: 'code', $top: '1000' })
  const choices = months(workDate, MONTHS)
  const month = asked.month ?? choices[1] ?? workDate.slice(0, 7)
  const shop = shops?.value.find(({ code }) => code === asked.shop) ?? shops?.value[0]
  const choose = (part: Asked) =>
    void navigate({ to: '.', search: { shop: shop?.code, month, ...part } as never, replace: true })
  usePageTitle(t('pages.monthEnd'))
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.monthEnd')}</h1>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!shops && !error && <Spinner label={t('common.loading')} />}
      {shops && !shop && <p role="status">{t('payouts.noShop')}</p>}
      {shop && (
        <>
          <div className={styles.tools}>
            <Choice
              label={t('fields.shopCode')}
              value={shop.code ?? ''}
              options={shops?.value.map(({ code = '' }) => [code, code] as const) ?? []}
              onChange={(code) => choose({ shop: code })}
            />
            <Choice
              label={t('payouts.month')}
              value={month}
              options={[...new Set([month, ...choices])]
                .sort()
                .reverse()
                .map((one) => [one, one] as const)}
              onChange={(one) => choose({ month: one })}
            />
          </div>
          <Month shop={shop.id ?? ''} month={month} />
          <p className={styles.quiet}>{t('payouts.monthEndNote', { currency: company.currencyCode })}</p>
        </>
      )}
    </div>
  )
}

function Month({ shop, month }: { readonly shop: string; readonly month: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['monthEnd', shop, month],
    queryFn: ({ signal }) =>
      get<components['schemas']['MonthEndBody']>(`/shopifyShops/${shop}/Kobling.monthEnd?month=${month}`, signal),
  })
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner label={t('common.loading')} />
  return (
    <>
      <p>{t('payouts.period', { from: format.date(data.from), to: format.date(data.to) })}</p>
      {data.remarks.map((remark) => (
        <Notice key={remark} intent="warning">
          {remark}
        </Notice>
      ))}
      {data.sections.map((section) => (
        <MonthEndSection key={section.section} section={section} />
      ))}
    </>
  )
}

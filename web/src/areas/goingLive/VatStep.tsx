import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { components } from '@/api/schema'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { useFormat } from '@/i18n/format'
import { Frame } from './Frame'
import { useGuideStyles } from './guideStyles'
import { OneStopShop } from './OneStopShop'
import { said, type Found } from './said'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { VatTable } from './VatTable'

export type VatCheck = components['schemas']['VatCheckBody']

/** What does not agree, with all that its sentence names. */
const foundOf = ({ code, message, ...parameters }: components['schemas']['VatFindingBody']): Found => ({
  code,
  parameters,
  message,
})

/** Whether documents would bear the VAT of their orders, and what mends it. */
export function VatStep({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const t = useTexts()
  const { t: common } = useTranslation()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['shopifyOrders', 'vatCheck', shop.id],
    queryFn: ({ signal }) => get<VatCheck>(`/shopifyShops/${shop.id}/Kobling.vatCheck`, signal),
  })
  return (
    <Frame step="VAT" back={back} next={next}>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner />}
      {data && (
        <>
          <p>{t('vatText', { since: format.date(data.since) })}</p>
          {data.countries.length === 0 && <Notice intent="info">{t('vatNone')}</Notice>}
          {data.countries.length > 0 && data.findings.length === 0 && <Notice intent="info">{t('vatAgrees')}</Notice>}
          {data.findings.length > 0 && (
            <Notice intent="warning" title={t('vatFindings', { count: data.findings.length })}>
              <ul>
                {data.findings.map((finding) => (
                  <li key={finding.message}>{said(common, format.number, foundOf(finding))}</li>
                ))}
              </ul>
            </Notice>
          )}
          {data.sendsTo.length > 0 && (
            <Notice intent="info">{t('vatNotSold', { countries: data.sendsTo.join(', ') })}</Notice>
          )}
          {data.countries.some(({ unmapped }) => unmapped > 0) && <Notice intent="info">{t('vatUnmapped')}</Notice>}
          {data.countries.length > 0 && <VatTable check={data} />}
        </>
      )}
      <div className={styles.step}>
        <OneStopShop shop={shop} onMade={() => void refetch()} />
      </div>
    </Frame>
  )
}

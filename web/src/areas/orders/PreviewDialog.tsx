import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { FactBox } from '@/components/card/FactBox'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { Notice } from '@/components/notice/Notice'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { TotalsTable } from './TotalsTable'

/** What would be made of an order. */
export type Preview = components['schemas']['PreviewBody']

type Props = { readonly preview: Preview; readonly onClose: () => void }

/** Shows the document that would be made of an order, or why none would. */
export function PreviewDialog({ preview, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { document, totals, cause, remedy, shopifyOrderNumber } = preview
  const codes = document && [
    { name: t('fields.shipmentMethodCode'), value: document.shipmentMethodCode },
    { name: t('fields.shippingAgentCode'), value: document.shippingAgentCode },
    { name: t('fields.salesperson'), value: document.salesperson },
    { name: t('fields.paymentMethodCode'), value: document.paymentMethodCode },
    { name: t('fields.paymentTermsCode'), value: document.paymentTermsCode },
    { name: t('fields.taxAreaCode'), value: document.taxAreaCode },
  ]
  return (
    <ReadDialog wide title={t('orders.previewOf', { name: shopifyOrderNumber })} onClose={onClose}>
      {cause && (
        <Notice intent="warning" title={cause}>
          {remedy}
        </Notice>
      )}
      {document && (
        <FactBox
          title={`${optionCaption(t, document.documentType)} · ${optionCaption(t, document.status)}`}
          facts={[
            { name: t('orders.nextNumber'), value: document.number },
            { name: t('fields.customerNumber'), value: `${document.customerNumber} ${document.customerName}` },
            { name: t('fields.documentDate'), value: format.date(document.documentDate) },
            { name: t('fields.postingDate'), value: format.date(document.postingDate) },
            { name: t('fields.dueDate'), value: format.date(document.dueDate) },
            ...(codes ?? []).filter(({ value }) => value !== ''),
          ]}
        />
      )}
      {totals && <TotalsTable totals={totals} rows={totals.lines} label={t('tabs.lines')} />}
      {totals && <TotalsTable totals={totals} rows={totals.totals} label={t('orders.totals')} />}
      <p>{t('orders.previewNothing')}</p>
    </ReadDialog>
  )
}

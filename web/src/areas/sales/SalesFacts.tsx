import { useTranslation } from 'react-i18next'
import { exactly } from '@/components/list/exactly'
import { DocumentFacts } from './DocumentFacts'

/** What of a document the facts tell. */
type Told = {
  readonly currencyCode?: string
  readonly discountAmount?: number
  readonly totalAmountExcludingTax?: number
  readonly totalTaxAmount?: number
  readonly totalAmountIncludingTax?: number
  readonly remainingAmount?: number
  readonly shopifyOrderNumber?: string
}

/** What a document of sale comes to, and the order of the store that it comes from. */
export function SalesFacts({ document }: { readonly document: Told }) {
  const { t } = useTranslation()
  const { discountAmount, remainingAmount, shopifyOrderNumber: origin } = document
  const amounts = [
    ...(discountAmount ? [{ name: t('fields.invoiceDiscountAmount'), amount: discountAmount }] : []),
    { name: t('fields.amount'), amount: document.totalAmountExcludingTax },
    { name: t('fields.vatAmount'), amount: document.totalTaxAmount },
    { name: t('fields.amountIncludingVat'), amount: document.totalAmountIncludingTax },
    ...(remainingAmount ? [{ name: t('fields.remainingAmount'), amount: remainingAmount }] : []),
  ]
  return (
    <DocumentFacts
      currency={document.currencyCode}
      amounts={amounts}
      other={
        !!origin && {
          title: t('orders.origin'),
          fact: {
            name: t('pages.order'),
            value: origin,
            to: '/orders',
            search: { 'filter.shopifyOrderNumber': exactly(origin) },
          },
        }
      }
    />
  )
}

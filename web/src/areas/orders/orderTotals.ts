import type { components } from '@/api/schema'

/** An order and its document, side by side. */
export type OrderTotals = components['schemas']['OrderTotalsBody']

/** One sum of both. */
export type Total = components['schemas']['TotalBody']

/** The parts of an order's total, by the names that the API has for them. */
export const partKeys = {
  Goods: 'goods',
  'Invoice Discount': 'invoiceDiscount',
  Shipping: 'shipping',
  Duties: 'duties',
  'Additional Fees': 'additionalFees',
  'Cash Rounding': 'cashRounding',
  Other: 'other',
  Tax: 'tax',
  Total: 'total',
} as const

/** The key of a part, as the texts have it. */
export function partKey(part: string): (typeof partKeys)[keyof typeof partKeys] {
  return part in partKeys ? partKeys[part as keyof typeof partKeys] : 'other'
}

/** Whether an order has two moneys to compare. */
export function hasTwoMoneys({ currencyCode, presentmentCurrencyCode }: OrderTotals): boolean {
  return presentmentCurrencyCode !== '' && presentmentCurrencyCode !== currencyCode
}

/** The currency that a document is in. */
export function documentCurrency(totals: OrderTotals): string {
  const isShopMoney = totals.currencyHandling === 'Shop Currency'
  return isShopMoney ? totals.currencyCode : totals.presentmentCurrencyCode
}

import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { components } from '@/api/schema'
import { findEntriesAddress } from '@/areas/ledgers/found'

type Record = Pick<components['schemas']['MonthEndRecordBody'], 'kind' | 'id' | 'number'>
type Reason = Pick<components['schemas']['MonthEndReasonBody'], 'reason'>

/** Whether a reason takes something off the difference: that amounts differ explains nothing. */
export const explains = ({ reason }: Reason): boolean => reason !== 'Amounts Differ'

/** What a part of a side is called; a gateway by its own name. */
export function figureCaption(t: TFunction, name: string): string {
  const key = `payouts.figures.${name}` as 'payouts.figures.tips'
  return i18next.exists(key, { lng: 'en' }) ? t(key as 'payouts.figures.tips') : name
}

/** The page of a record. */
export function linkOf({ kind, id, number }: Record): string | undefined {
  switch (kind) {
    case 'Shopify Order':
      return id ? `/orders/${id}` : undefined
    case 'Shopify Refund':
      return id ? `/refunds/${id}` : undefined
    case 'Shopify Payout':
      return id ? `/payouts/${id}` : undefined
    case 'Document':
      return findEntriesAddress({ documentNumber: number, postingDate: '' })
    default:
      return undefined
  }
}

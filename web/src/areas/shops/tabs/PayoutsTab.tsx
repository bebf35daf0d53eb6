import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { ShopField } from '../ShopField'

/** Where payouts of Shopify Payments are posted. */
export function PayoutsTab() {
  return (
    <FastTab title="payouts">
      <ShopField name="payoutBankAccount" lookup={lookups.bankAccounts} />
      <ShopField name="paymentsClearingAccount" lookup={lookups.accounts} />
      <ShopField name="paymentFeesAccount" lookup={lookups.accounts} />
      <ShopField name="payoutAdjustmentsAccount" lookup={lookups.accounts} />
    </FastTab>
  )
}

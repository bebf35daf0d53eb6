import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** Which orders are read, and what their documents say. */
export function OrdersTab() {
  const { enabled = false, autoReleaseOrders = false, allowOutgoingRequests, orderAttributesToShopify } = useShopDraft()
  const mayTell = Boolean(allowOutgoingRequests) || Boolean(orderAttributesToShopify)
  return (
    <FastTab
      title="orders"
      more={
        <>
          <ShopField name="customLineItemNumber" lookup={lookups.items} />
          <ShopField name="dutiesAccount" lookup={lookups.accounts} />
          <ShopField name="additionalFeesAccount" lookup={lookups.accounts} />
          <ShopField name="maxDifferenceForRelease" readOnly={!autoReleaseOrders} />
          <ShopField name="postingDatePolicy" />
          <ShopField name="currencyHandling" />
          <ShopField name="taxAreaPriority" />
        </>
      }
    >
      <ShopField name="orderCreatedWebhooks" readOnly={!enabled} />
      <ShopField name="importOrdersFrom" />
      <ShopField name="shippingChargesAccount" lookup={lookups.accounts} />
      <ShopField name="soldGiftCardAccount" lookup={lookups.accounts} />
      <ShopField name="tipAccount" lookup={lookups.accounts} />
      <ShopField name="cashRoundingsAccount" lookup={lookups.accounts} />
      <ShopField name="autoCreateOrders" />
      <ShopField name="createInvoicesFromOrders" />
      <ShopField name="useShopifyOrderNumber" />
      <ShopField name="shopifyOrderNumberOnDocLine" />
      <ShopField name="orderAttributesToShopify" readOnly={!mayTell} />
      <ShopField name="autoReleaseOrders" />
      <ShopField name="archiveProcessedOrders" />
      <ShopField name="sendShippingConfirmation" />
      <ShopField name="postShopifyFulfillments" />
    </FastTab>
  )
}

import { FastTab } from '@/components/card/FastTab'
import { lookups } from '@/areas/setup/lookups'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** What the shop is, and what it may do. */
export function GeneralTab() {
  const { domain } = useShopDraft()
  return (
    <FastTab
      title="general"
      summary={domain}
      more={
        <>
          <ShopField name="currencyCode" lookup={lookups.currencies} />
          <ShopField name="languageCode" />
          <ShopField name="advancedShopifyPlan" readOnly />
        </>
      }
    >
      <ShopField name="code" readOnly />
      <ShopField name="domain" readOnly />
      <ShopField name="adminUrl" readOnly />
      <ShopField name="enabled" readOnly />
      <ShopField name="allowBackgroundSyncs" />
      <ShopField name="allowOutgoingRequests" />
    </FastTab>
  )
}

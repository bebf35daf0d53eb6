import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** For whom the prices are found that go to the store. */
export function PricesTab() {
  const { customerPriceGroup, pricesIncludingVat = false } = useShopDraft()
  return (
    <FastTab title="priceSync" closed summary={customerPriceGroup}>
      <ShopField name="syncPrices" />
      <ShopField name="customerPriceGroup" lookup={lookups.customerPriceGroups} />
      <ShopField name="customerDiscountGroup" lookup={lookups.customerDiscountGroups} />
      <ShopField name="pricesIncludingVat" />
      <ShopField name="allowLineDisc" />
      <ShopField name="vatBusPostingGroup" lookup={lookups.vatBusinessPostingGroups} readOnly={!pricesIncludingVat} />
    </FastTab>
  )
}

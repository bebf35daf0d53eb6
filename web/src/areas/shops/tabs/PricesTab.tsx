import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** For whom the prices are found that go to the store. */
export function PricesTab() {
  const { customerPriceGroup, pricesIncludingVat = false } = useShopDraft()
  return (
    <FastTab
      title="priceSync"
      closed
      summary={customerPriceGroup}
      more={
        <>
          <ShopField name="customerPostingGroup" lookup={lookups.customerPostingGroups} />
          <ShopField name="vatCountry" lookup={lookups.countries} />
          <ShopField name="taxAreaCode" lookup={lookups.taxAreas} />
          <ShopField name="taxLiable" />
        </>
      }
    >
      <ShopField name="syncPrices" />
      <ShopField name="customerPriceGroup" lookup={lookups.customerPriceGroups} />
      <ShopField name="customerDiscountGroup" lookup={lookups.customerDiscountGroups} />
      <ShopField name="pricesIncludingVat" />
      <ShopField name="allowLineDisc" />
      <ShopField name="genBusPostingGroup" lookup={lookups.generalBusinessPostingGroups} />
      <ShopField name="vatBusPostingGroup" lookup={lookups.vatBusinessPostingGroups} readOnly={!pricesIncludingVat} />
    </FastTab>
  )
}

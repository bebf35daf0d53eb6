import { useTranslation } from 'react-i18next'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { templates } from '../shopLookups'
import { useShopDraft } from '../useShopDraft'

/** The mappings in which a variant's code is part of a SKU. */
const WITH_VARIANT: readonly string[] = ['Variant Code', 'Item No. + Variant Code']

/** How products and items become each other. */
export function ItemsTab() {
  const { t } = useTranslation()
  const { syncItem = '', skuMapping = '', autoCreateUnknownItems = false } = useShopDraft()
  return (
    <FastTab
      title="items"
      closed
      summary={optionCaption(t, syncItem)}
      more={
        <>
          <ShopField name="uomAsVariant" />
          <ShopField name="optionNameForUom" />
          <ShopField name="findMappingByBarcode" />
          <ShopField name="weightUnit" />
        </>
      }
    >
      <ShopField name="syncItem" />
      <ShopField name="autoCreateUnknownItems" />
      <ShopField name="itemTemplateCode" lookup={templates.items} readOnly={!autoCreateUnknownItems} />
      <ShopField name="shopifyCanUpdateItems" />
      <ShopField name="canUpdateShopifyProducts" readOnly={syncItem !== 'To Shopify'} />
      <ShopField name="syncItemImages" />
      <ShopField name="syncItemExtendedText" />
      <ShopField name="syncItemMarketingText" />
      <ShopField name="syncHsCodeAndCountry" />
      <ShopField name="skuMapping" />
      <ShopField name="skuFieldSeparator" readOnly={skuMapping !== 'Item No. + Variant Code'} />
      <ShopField name="variantPrefix" readOnly={!WITH_VARIANT.includes(skuMapping)} />
      <ShopField name="stockQuantityName" />
      <ShopField name="syncStockWhenItChanges" />
      <ShopField name="inventoryTracked" />
      <ShopField name="defaultInventoryPolicy" />
      <ShopField name="statusForCreatedProducts" />
      <ShopField name="actionForRemovedProductsAndBlockedItems" />
    </FastTab>
  )
}

import { useTranslation } from 'react-i18next'
import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { templates } from '../shopLookups'
import { useShopDraft } from '../useShopDraft'

/** Which customers are read, how they are found here, and what they are called. */
export function CustomersTab() {
  const { t } = useTranslation()
  const { customerMappingType = '' } = useShopDraft()
  return (
    <FastTab
      title="customers"
      closed
      summary={optionCaption(t, customerMappingType)}
      more={
        <>
          <ShopField name="nameSource" />
          <ShopField name="name2Source" />
          <ShopField name="contactSource" />
          <ShopField name="countySource" />
        </>
      }
    >
      <ShopField name="customerImportFromShopify" />
      <ShopField name="customerMappingType" />
      <ShopField name="autoCreateUnknownCustomers" />
      <ShopField name="customerTemplateCode" lookup={templates.customers} />
      <ShopField name="defaultCustomerNumber" lookup={lookups.customers} />
      <ShopField name="shopifyCanUpdateCustomers" />
      <ShopField name="canUpdateShopifyCustomers" />
    </FastTab>
  )
}

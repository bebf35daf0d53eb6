import { useTranslation } from 'react-i18next'
import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** Which companies are read, and how their customers are found here. */
export function CompaniesTab() {
  const { t } = useTranslation()
  const { companyMappingType = '' } = useShopDraft()
  return (
    <FastTab title="companies" closed summary={optionCaption(t, companyMappingType)}>
      <ShopField name="companyImportFromShopify" />
      <ShopField name="companyMappingType" />
      <ShopField name="companyTaxIdMapping" />
      <ShopField name="autoCreateUnknownCompanies" />
      <ShopField name="defaultCompanyNumber" lookup={lookups.customers} />
      <ShopField name="shopifyCanUpdateCompanies" />
    </FastTab>
  )
}

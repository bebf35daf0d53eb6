import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { lookups } from '@/areas/setup/lookups'
import { ShopField } from '@/areas/shops/ShopField'
import { templates } from '@/areas/shops/shopLookups'
import { CardContext } from '@/components/card/context'
import { Frame } from './Frame'
import { proposed } from './guide'
import { useGuideStyles } from './guideStyles'
import type { StepProps } from './Steps'
import { useCounts } from './useCounts'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

/** The consent without which nothing is read, and what is synced. Companies are asked about once they are counted. */
export function SyncStep({ shop, guide, next, back }: StepProps) {
  const styles = useGuideStyles()
  const t = useTexts()
  const { save, context } = useDraft('shopifyShops', shop, proposed(guide, /TemplateCode$/))
  const [consent, setConsent] = useState(false)
  const can = useCan()
  const enables = can('Shops.Change') && !shop.enabled
  const mayRead = shop.enabled === true || consent
  const { data: counts } = useCounts(shop.id ?? '', mayRead && can('Synchronization.Run'))
  const leave = async () => {
    await save()
    if (enables) {
      await post(`/shopifyShops/${shop.id}/Kobling.enable`)
      await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
    }
    await next()
  }
  return (
    <Frame step="Sync" back={back} next={leave} disabled={enables && !consent}>
      {enables && (
        <Checkbox label={t('consent')} checked={consent} onChange={(_, { checked }) => setConsent(checked === true)} />
      )}
      <CardContext value={context}>
        <h3 className={styles.part}>{t('products')}</h3>
        <div className={styles.fields}>
          <ShopField name="syncItem" />
          <ShopField name="skuMapping" />
          <ShopField name="autoCreateUnknownItems" />
          <ShopField name="itemTemplateCode" lookup={templates.items} />
          <ShopField name="syncItemImages" />
        </div>
        <h3 className={styles.part}>{t('customers')}</h3>
        <div className={styles.fields}>
          <ShopField name="customerImportFromShopify" />
          <ShopField name="customerMappingType" />
          <ShopField name="autoCreateUnknownCustomers" />
          <ShopField name="customerTemplateCode" lookup={templates.customers} />
          <ShopField name="defaultCustomerNumber" lookup={lookups.customers} />
        </div>
        {counts?.companies && (
          <>
            <h3 className={styles.part}>{t('companies')}</h3>
            <div className={styles.fields}>
              <ShopField name="companyImportFromShopify" />
              <ShopField name="companyMappingType" />
              <ShopField name="autoCreateUnknownCompanies" />
              <ShopField name="defaultCompanyNumber" lookup={lookups.customers} />
            </div>
          </>
        )}
        <h3 className={styles.part}>{t('orders')}</h3>
        <div className={styles.fields}>
          <ShopField name="importOrdersFrom" />
          <ShopField name="createInvoicesFromOrders" />
        </div>
      </CardContext>
    </Frame>
  )
}

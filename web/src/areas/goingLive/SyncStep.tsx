import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { ShopField } from '@/areas/shops/ShopField'
import { CardContext } from '@/components/card/context'
import { Frame } from './Frame'
import { useGuideStyles } from './guideStyles'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

/** What is synced, and the consent without which nothing is. */
export function SyncStep({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const t = useTexts()
  const { save, context } = useDraft('shopifyShops', shop)
  const [consent, setConsent] = useState(false)
  const leave = async () => {
    await save()
    if (!shop.enabled) {
      await post(`/shopifyShops/${shop.id}/Kobling.enable`)
      await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
    }
    await next()
  }
  return (
    <Frame step="Sync" back={back} next={leave} disabled={!shop.enabled && !consent}>
      <CardContext value={context}>
        <h3 className={styles.part}>{t('products')}</h3>
        <div className={styles.fields}>
          <ShopField name="syncItem" />
          <ShopField name="skuMapping" />
          <ShopField name="autoCreateUnknownItems" />
          <ShopField name="syncItemImages" />
        </div>
        <h3 className={styles.part}>{t('customers')}</h3>
        <div className={styles.fields}>
          <ShopField name="customerImportFromShopify" />
          <ShopField name="customerMappingType" />
          <ShopField name="autoCreateUnknownCustomers" />
        </div>
        <h3 className={styles.part}>{t('orders')}</h3>
        <div className={styles.fields}>
          <ShopField name="importOrdersFrom" />
          <ShopField name="createInvoicesFromOrders" />
          <ShopField name="returnAndRefundProcess" />
        </div>
      </CardContext>
      {!shop.enabled && (
        <Checkbox label={t('consent')} checked={consent} onChange={(_, { checked }) => setConsent(checked === true)} />
      )}
    </Frame>
  )
}

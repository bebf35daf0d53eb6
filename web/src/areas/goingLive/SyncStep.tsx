import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { fieldsOf } from '@/components/card/CardField'
import { CardContext } from '@/components/card/context'
import type { AnyRow } from '@/components/list/definition'
import { Frame } from './Frame'
import { useGuideStyles } from './guideStyles'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

const Field = fieldsOf('shopifyShops')

/** What is synced, and the consent without which nothing is. */
export function SyncStep({ shop, next, back }: StepProps) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const { save, context } = useDraft('shopifyShops', shop as AnyRow)
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
          <Field name="syncItem" />
          <Field name="skuMapping" />
          <Field name="autoCreateUnknownItems" hint={t('mapOnlyHint')} />
          <Field name="syncItemImages" />
        </div>
        <h3 className={styles.part}>{t('customers')}</h3>
        <div className={styles.fields}>
          <Field name="customerImportFromShopify" />
          <Field name="customerMappingType" />
          <Field name="autoCreateUnknownCustomers" />
        </div>
        <h3 className={styles.part}>{t('orders')}</h3>
        <div className={styles.fields}>
          <Field name="importOrdersFrom" hint={common('shops.importFromHint')} />
          <Field name="createInvoicesFromOrders" hint={common('shops.invoicesHint')} />
          <Field name="returnAndRefundProcess" />
        </div>
      </CardContext>
      {!shop.enabled && (
        <Checkbox label={t('consent')} checked={consent} onChange={(_, { checked }) => setConsent(checked === true)} />
      )}
    </Frame>
  )
}

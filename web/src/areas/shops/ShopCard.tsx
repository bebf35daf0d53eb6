import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { CardPage } from '@/components/card/CardPage'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { connectionTone } from './connectionTone'
import { BudgetFacts } from './BudgetFacts'
import { ConnectionNotice } from './ConnectionNotice'
import { useShopActions } from './shopActions'
import { ShopFacts } from './ShopFacts'
import { CallsTab } from './tabs/CallsTab'
import { CompaniesTab } from './tabs/CompaniesTab'
import { ConnectionTab } from './tabs/ConnectionTab'
import { CustomersTab } from './tabs/CustomersTab'
import { GeneralTab } from './tabs/GeneralTab'
import { ItemsTab } from './tabs/ItemsTab'
import { OrdersTab } from './tabs/OrdersTab'
import { PayoutsTab } from './tabs/PayoutsTab'
import { PricesTab } from './tabs/PricesTab'
import { ReturnsTab } from './tabs/ReturnsTab'
import { VersionNotice } from './VersionNotice'
import { WebhookFacts } from './WebhookFacts'

/** The card of a Shopify shop. */
export function ShopCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <CardPage
      entity="shopifyShops"
      id={id}
      caption="shop"
      list={{ to: '/shops', caption: 'shops' }}
      title={({ code }) => code ?? ''}
      badge={({ enabled, connection }) => (
        <>
          <StatusBadge tone={enabled ? 'good' : 'warning'}>
            {enabled ? t('options.enabled') : t('options.disabled')}
          </StatusBadge>
          <StatusBadge tone={connectionTone(connection)}>{optionCaption(t, connection ?? '')}</StatusBadge>
        </>
      )}
      notice={(shop) => <ConnectionNotice shop={shop} />}
      useActions={useShopActions}
      facts={(shop) => (
        <>
          <ShopFacts shop={shop} />
          {can('Synchronization.Read') && <BudgetFacts shop={shop} />}
          <WebhookFacts shop={shop} />
        </>
      )}
      change="Shops.Change"
    >
      {(shop) => (
        <>
          <VersionNotice shop={shop} />
          <GeneralTab />
          <ConnectionTab />
          <CallsTab />
          <ItemsTab />
          <PricesTab />
          <CustomersTab />
          <CompaniesTab />
          <OrdersTab />
          <ReturnsTab />
          <PayoutsTab />
        </>
      )}
    </CardPage>
  )
}

import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { connectionTone } from './connectionTone'
import { BudgetFacts } from './BudgetFacts'
import { ConnectionNotice } from './ConnectionNotice'
import { useShopActions } from './shopActions'
import { ShopFacts } from './ShopFacts'
import { VersionNotice } from './VersionNotice'
import { WebhookFacts } from './WebhookFacts'

const Field = fieldsOf('shopifyShops')

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
          <FastTab
            title="general"
            summary={shop.domain}
            more={
              <>
                <Field name="advancedShopifyPlan" readOnly />
                <Field name="currencyCode" />
              </>
            }
          >
            <Field name="code" readOnly />
            <Field name="domain" readOnly />
            <Field name="adminUrl" readOnly />
            <Field name="enabled" readOnly />
            <Field name="allowBackgroundSyncs" hint={t('shops.backgroundHint')} />
            <Field name="allowOutgoingRequests" hint={t('shops.outgoingHint')} />
          </FastTab>
          <FastTab title="connection" closed summary={optionCaption(t, shop.connectionType ?? '')}>
            <Field name="connection" readOnly />
            <Field name="connectionType" readOnly />
            <Field name="grantedScopes" readOnly />
            <Field name="missingScopes" readOnly />
            <Field name="installationId" readOnly />
          </FastTab>
          <FastTab title="calls" closed summary={optionCaption(t, shop.loggingMode ?? '')}>
            <Field name="loggingMode" hint={t('shops.loggingHint')} />
            <Field name="keepPersonalDataInLog" hint={t('shops.personalHint')} />
            <Field name="logRetentionDays" hint={t('shops.retentionHint')} />
            <Field name="apiVersion" hint={t('shops.apiVersionHint')} />
            <Field name="shopifyAdminApiVersion" readOnly />
            <Field name="servedApiVersion" readOnly />
            <Field name="updateApiVersionBefore" readOnly />
            <Field name="apiVersionState" readOnly />
          </FastTab>
          <FastTab title="orders">
            <Field name="autoCreateOrders" />
            <Field name="importOrdersFrom" hint={t('shops.importFromHint')} />
            <Field name="archiveProcessedOrders" />
            <Field name="orderAttributesToShopify" />
            <Field name="createInvoicesFromOrders" hint={t('shops.invoicesHint')} />
            <Field name="autoReleaseOrders" hint={t('shops.releaseHint')} />
            <Field name="maxDifferenceForRelease" />
            <Field name="postingDatePolicy" />
            <Field name="useShopifyOrderNumber" />
            <Field name="shopifyOrderNumberOnDocLine" />
            <Field name="currencyHandling" />
            <Field name="shippingChargesAccount" />
            <Field name="soldGiftCardAccount" />
            <Field name="tipAccount" />
            <Field name="cashRoundingsAccount" />
            <Field name="dutiesAccount" />
            <Field name="additionalFeesAccount" />
            <Field name="customLineItemNumber" />
          </FastTab>
          <FastTab title="returns" closed summary={optionCaption(t, shop.returnAndRefundProcess ?? '')}>
            <Field name="returnAndRefundProcess" />
            <Field name="processReturnsAs" />
            <Field name="refundAccount" />
            <Field name="refundAccountNonRestockItems" />
            <Field name="returnLocation" />
            <Field name="returnLocationPriority" />
          </FastTab>
          <FastTab
            title="customers"
            closed
            summary={optionCaption(t, shop.customerMappingType ?? '')}
            more={
              <>
                <Field name="nameSource" />
                <Field name="name2Source" />
                <Field name="contactSource" />
                <Field name="countySource" />
                <Field name="taxAreaPriority" hint={t('shops.taxAreaHint')} />
              </>
            }
          >
            <Field name="customerImportFromShopify" />
            <Field name="customerMappingType" />
            <Field name="autoCreateUnknownCustomers" />
            <Field name="customerTemplateCode" />
            <Field name="defaultCustomerNumber" />
            <Field name="defaultCompanyNumber" />
          </FastTab>
          <FastTab
            title="items"
            closed
            summary={optionCaption(t, shop.syncItem ?? '')}
            more={
              <>
                <Field name="uomAsVariant" />
                <Field name="optionNameForUom" />
                <Field name="variantPrefix" />
                <Field name="syncItemExtendedText" />
                <Field name="syncItemMarketingText" />
                <Field name="languageCode" />
                <Field name="syncHsCodeAndCountry" />
                <Field name="weightUnit" />
              </>
            }
          >
            <Field name="syncItem" />
            <Field name="syncItemImages" />
            <Field name="skuMapping" />
            <Field name="skuFieldSeparator" />
            <Field name="findMappingByBarcode" />
            <Field name="autoCreateUnknownItems" />
            <Field name="itemTemplateCode" />
            <Field name="shopifyCanUpdateItems" />
            <Field name="canUpdateShopifyProducts" />
            <Field name="statusForCreatedProducts" />
            <Field name="actionForRemovedProductsAndBlockedItems" />
            <Field name="inventoryTracked" />
            <Field name="defaultInventoryPolicy" />
          </FastTab>
          <FastTab title="prices" closed>
            <Field name="syncPrices" />
            <Field name="pricesIncludingVat" />
            <Field name="allowLineDisc" />
            <Field name="customerPriceGroup" />
            <Field name="customerDiscountGroup" />
            <Field name="genBusPostingGroup" />
            <Field name="vatBusPostingGroup" />
            <Field name="customerPostingGroup" />
            <Field name="vatCountry" />
            <Field name="taxAreaCode" />
            <Field name="taxLiable" />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

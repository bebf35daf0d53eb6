import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { lookups } from '@/areas/setup/lookups'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { Notice } from '@/components/notice/Notice'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useCatalogActions } from './catalogActions'
import { catalogLocations, catalogMarkets, catalogPrices } from './catalogParts'

const Field = fieldsOf('shopifyCatalogs')

/** A catalog: for whom it is, on which terms its prices are found, and what they are. */
export function CatalogCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="shopifyCatalogs"
      id={id}
      caption="shopifyCatalog"
      list={{ to: '/catalogs', caption: 'shopifyCatalogs' }}
      title={({ name, companyName }) => (companyName ? `${name} · ${companyName}` : (name ?? ''))}
      badge={({ status = '' }) => (
        <StatusBadge tone={status === 'Active' ? 'good' : 'neutral'}>{optionCaption(t, status)}</StatusBadge>
      )}
      useActions={useActions}
      change="Synchronization.Change"
    >
      {({ catalogType, customerNumber, deletedInShopify }) => {
        const isOfCompany = catalogType === 'Company'
        return (
          <>
            {deletedInShopify && <Notice intent="warning">{t('catalogs.deleted')}</Notice>}
            <FastTab
              title="general"
              more={
                <>
                  <Field name="shopifyCatalogId" readOnly />
                  <Field name="globalId" readOnly />
                  <Field name="priceListId" readOnly />
                  <Field name="publicationId" readOnly />
                  <Field name="pricesReadAt" readOnly />
                </>
              }
            >
              <Field name="name" readOnly />
              <Field name="catalogType" readOnly />
              {isOfCompany && <Field name="companyName" readOnly />}
              <Field name="shopCode" readOnly />
              <Field name="priceListCurrency" readOnly />
              <Field name="syncPrices" caption="syncCatalogPrices" />
              <Field name="pricesSyncedAt" readOnly />
            </FastTab>
            <FastTab title="pricesAndDiscounts" summary={customerNumber}>
              {isOfCompany && <Field name="customerNumber" lookup={lookups.customers} />}
              <Field name="customerPriceGroup" lookup={lookups.customerPriceGroups} />
              <Field name="customerDiscountGroup" lookup={lookups.customerDiscountGroups} />
              <Field name="allowLineDisc" />
              <Field name="pricesIncludingVat" />
              <Field name="vatBusPostingGroup" lookup={lookups.vatBusinessPostingGroups} />
            </FastTab>
            <FastTab title="prices" whole>
              <Lines {...catalogPrices} label={t('tabs.prices')} filter={`catalogId eq ${id}`} />
            </FastTab>
            <FastTab title={isOfCompany ? 'companyLocations' : 'markets'} closed whole>
              {isOfCompany ? (
                <Lines {...catalogLocations} label={t('tabs.companyLocations')} filter={`catalogId eq ${id}`} />
              ) : (
                <Lines {...catalogMarkets} label={t('tabs.markets')} filter={`catalogId eq ${id}`} />
              )}
            </FastTab>
          </>
        )
      }}
    </CardPage>
  )
}

function useActions(catalog: Row<'shopifyCatalogs'>) {
  return useCatalogActions([catalog])
}

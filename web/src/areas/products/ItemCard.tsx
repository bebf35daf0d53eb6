import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { availabilityQuery, FIGURES, totalOf } from '@/areas/stock/availability'
import { KeptLines } from '@/areas/setup/KeptLines'
import { lookups } from '@/areas/setup/lookups'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { exactly } from '@/components/list/exactly'
import { StatusBadge } from '@/components/status/StatusBadge'
import { useFormat } from '@/i18n/format'
import { useItemActions } from './itemActions'
import { listsOfItem } from './itemLists'
import { Pictures } from './Pictures'

const Field = fieldsOf('items')

/** An item: what it is, what it costs, in which variants and units it is sold, and how it looks. */
export function ItemCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="items"
      id={id}
      caption="item"
      list={{ to: '/items', caption: 'items' }}
      title={({ number, displayName }) => `${number} · ${displayName}`}
      badge={({ blocked }) => (blocked ? <StatusBadge tone="bad">{t('fields.blocked')}</StatusBadge> : null)}
      useActions={useItemActions}
      facts={({ number = '', type }) => (type === 'Inventory' ? <Stock number={number} /> : null)}
      change="BackOffice.Change"
    >
      {({ number = '', itemCategoryCode, vendorNumber }) => (
        <>
          <FastTab title="item">
            <Field name="number" readOnly />
            <Field name="displayName" caption="description" />
            <Field name="displayName2" caption="description2" />
            <Field name="type" readOnly />
            <Field name="itemCategoryCode" lookup={lookups.itemCategories} />
            <Field name="baseUnitOfMeasureCode" readOnly />
            <Field name="gtin" />
            <Field name="blocked" />
            <Field name="salesBlocked" />
            <Field name="variantMandatoryIfExists" />
            <Field name="reserve" />
            <Field name="lastModifiedDateTime" readOnly />
          </FastTab>
          <FastTab title="prices">
            <Field name="unitPrice" amount />
            <Field name="priceIncludesTax" />
            <Field name="vatBusinessPostingGroupPrice" lookup={lookups.vatBusinessPostingGroups} />
            <Field name="salesUnitOfMeasureCode" lookup={lookups.unitsOf(number)} />
            <Field name="itemDiscountGroup" lookup={lookups.itemDiscountGroups} />
            <Field name="allowInvoiceDiscount" />
          </FastTab>
          <FastTab title="costs" closed>
            <Field name="costingMethod" />
            <Field name="unitCost" amount />
            <Field name="standardCost" amount />
          </FastTab>
          <FastTab title="posting" closed>
            <Field
              name="generalProductPostingGroupCode"
              caption="generalProductPostingGroup"
              lookup={lookups.generalProductPostingGroups}
            />
            <Field name="taxGroupCode" caption="vatProductPostingGroup" lookup={lookups.vatProductPostingGroups} />
            <Field name="salesTaxGroupCode" lookup={lookups.taxGroups} />
            <Field name="inventoryPostingGroupCode" lookup={lookups.inventoryPostingGroups} />
          </FastTab>
          <FastTab title="purchase" closed summary={vendorNumber || itemCategoryCode}>
            <Field name="vendorNumber" lookup={lookups.vendors} />
            <Field name="vendorItemNumber" />
            <Field name="grossWeight" />
            <Field name="netWeight" />
            <Field name="tariffNumber" lookup={lookups.tariffNumbers} />
            <Field name="countryOfOrigin" lookup={lookups.countries} />
          </FastTab>
          <Parts number={number} />
        </>
      )}
    </CardPage>
  )
}

/** The lists that belong to an item, and its pictures. */
function Parts({ number }: { readonly number: string }) {
  const lists = useMemo(() => listsOfItem(number), [number])
  return (
    <>
      {(['variants', 'units', 'references', 'vendors', 'texts'] as const).map((part) => (
        <FastTab key={part} title={part} closed whole>
          <KeptLines of={lists[part]} />
        </FastTab>
      ))}
      <FastTab title="pictures" closed whole>
        <Pictures itemNumber={number} />
      </FastTab>
    </>
  )
}

/** How many are available, at all locations. */
function Stock({ number }: { readonly number: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const asked = { itemNumber: exactly(number) }
  const { data } = useQuery(availabilityQuery(asked))
  if (!data) return null
  const total = totalOf(data.value)
  const facts = FIGURES.map((name) => ({
    name: t(`stock.${name}`),
    value: format.number(total[name]),
    to: '/item-availability',
    search: asked,
  }))
  return <FactBox title={t('pages.itemAvailability')} facts={facts} />
}

import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { StatusBadge } from '@/components/status/StatusBadge'

const Field = fieldsOf('items')

/** An item: what it is, and what it costs. */
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
      change="BackOffice.Change"
    >
      {() => (
        <>
          <FastTab title="item">
            <Field name="number" readOnly />
            <Field name="displayName" caption="description" />
            <Field name="type" readOnly />
            <Field name="baseUnitOfMeasureCode" readOnly />
            <Field name="gtin" />
            <Field name="blocked" />
            <Field name="salesBlocked" />
          </FastTab>
          <FastTab title="prices">
            <Field name="unitPrice" amount />
            <Field name="priceIncludesTax" />
            <Field name="unitCost" readOnly amount />
          </FastTab>
          <FastTab title="posting" closed>
            <Field name="taxGroupCode" caption="vatProductPostingGroup" />
            <Field name="generalProductPostingGroupCode" caption="generalProductPostingGroup" readOnly />
            <Field name="inventoryPostingGroupCode" readOnly />
            <Field name="lastModifiedDateTime" readOnly />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

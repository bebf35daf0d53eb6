import { useMemo } from 'react'
import { KeptLines } from '@/areas/setup/KeptLines'
import { lookups } from '@/areas/setup/lookups'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import type { LookupSource } from '@/components/lookup/source'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useTranslation } from 'react-i18next'
import { usePriceListActions } from './priceListActions'
import { linesOfList } from './priceLists'
import { statusTone } from './statusTone'

const Field = fieldsOf('priceLists')

/** A price list with its lines. While it holds it is not changed. */
export function PriceListCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="priceLists"
      id={id}
      caption="priceList"
      list={{ to: '/price-lists', caption: 'priceLists' }}
      title={({ code, description }) => (description ? `${code} · ${description}` : (code ?? ''))}
      badge={(list) => <StatusBadge tone={statusTone(list)}>{optionCaption(t, list.status ?? '')}</StatusBadge>}
      useActions={usePriceListActions}
      change="BackOffice.Change"
      locked={({ status }) => status === 'Active'}
    >
      {({ code = '', status, sourceType }) => (
        <>
          <FastTab title="general">
            <Field name="code" readOnly />
            <Field name="description" />
            <Field name="sourceType" />
            <Field name="sourceNumber" lookup={sources(sourceType)} />
            <Field name="currencyCode" lookup={lookups.currencies} />
            <Field name="startingDate" />
            <Field name="endingDate" />
            <Field name="lastModifiedDateTime" readOnly />
          </FastTab>
          <FastTab title="prices" closed>
            <Field name="priceIncludesTax" />
            <Field name="vatBusinessPostingGroupPrice" lookup={lookups.vatBusinessPostingGroups} />
            <Field name="allowLineDiscount" />
            <Field name="allowInvoiceDiscount" />
          </FastTab>
          <FastTab title="lines" whole>
            <PriceLines code={code} locked={status === 'Active'} />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

/** Those for whom the list may be. */
function sources(type: string | undefined): LookupSource | undefined {
  switch (type) {
    case 'Customer':
      return lookups.customers
    case 'Customer Price Group':
      return lookups.customerPriceGroups
    case 'Customer Disc. Group':
      return lookups.customerDiscountGroups
    default:
      return undefined
  }
}

function PriceLines({ code, locked }: { readonly code: string; readonly locked: boolean }) {
  const list = useMemo(() => linesOfList(code), [code])
  return <KeptLines of={list} locked={locked} />
}

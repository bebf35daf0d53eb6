import { useMemo } from 'react'
import { KeptLines } from '@/areas/setup/KeptLines'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
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
      {({ code = '', status }) => (
        <>
          <FastTab title="general">
            <Field name="code" readOnly />
            <Field name="description" />
            <Field name="sourceType" />
            <Field name="sourceNumber" />
            <Field name="currencyCode" />
            <Field name="startingDate" />
            <Field name="endingDate" />
            <Field name="lastModifiedDateTime" readOnly />
          </FastTab>
          <FastTab title="prices" closed>
            <Field name="priceIncludesTax" />
            <Field name="vatBusinessPostingGroupPrice" />
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

function PriceLines({ code, locked }: { readonly code: string; readonly locked: boolean }) {
  const list = useMemo(() => linesOfList(code), [code])
  return <KeptLines of={list} locked={locked} />
}

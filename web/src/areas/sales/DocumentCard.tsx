import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { CardField } from '@/components/card/CardField'
import { CardPage } from '@/components/card/CardPage'
import { FastTab } from '@/components/card/FastTab'
import { EditLines } from '@/components/lines/EditLines'
import { asText } from '@/components/list/valueText'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { documentActions } from './documentActions'
import { documentKinds, isQueued, stageOf, type DocumentKind, type SalesDocument } from './documentKinds'
import { beginLine, isLineComplete, planned } from './documentLines'
import { isChangeable, tabsOf, type DocumentField, type DocumentTab } from './documentTabs'
import { documentTone } from './documentTone'
import { QueueNotice } from './QueueNotice'
import { SalesFacts } from './SalesFacts'
import { ShipmentFacts } from './ShipmentFacts'

type Props = { readonly kind: DocumentKind; readonly id: string }

/** A document of sale with its lines, as its kind is: entered and posted, or posted and read. */
export function DocumentCard({ kind, id }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const { caption, list, lines, lineColumns, inParts, draft } = documentKinds[kind]
  const [general, ...others] = tabsOf(kind)
  return (
    <CardPage
      entity={kind}
      id={id}
      caption={caption}
      list={{ to: list, caption: kind }}
      title={({ number, customerName }) => `${number} · ${customerName}`}
      badge={({ status }) =>
        status ? <StatusBadge tone={documentTone(kind, status)}>{optionCaption(t, status)}</StatusBadge> : null
      }
      notice={(document) => <QueueNotice document={document} />}
      useActions={documentActions[kind]}
      change="BackOffice.Change"
      atOnce
      locked={(document) => isQueued(document) || (draft !== undefined && stageOf(kind, document) === 'posted')}
      facts={(document: SalesDocument) => (
        <>
          <SalesFacts document={document} />
          {document.sourceKind === 'Shopify Order' && document.shopifyFulfillmentId !== undefined && (
            <ShipmentFacts id={id} fulfillment={document.shopifyFulfillmentId} />
          )}
        </>
      )}
    >
      {(document) => {
        const stage = stageOf(kind, document)
        const fields = (all: readonly DocumentField[]) =>
          all.map((field) => <Field key={field.name} field={field} readOnly={!isChangeable(field, stage)} />)
        const tab = ({ title, summary, fields: own, more }: DocumentTab) => (
          <FastTab
            key={title}
            title={title}
            closed={summary !== undefined}
            summary={summary && asText((document as Readonly<Record<string, unknown>>)[summary])}
            more={more && fields(more)}
          >
            {fields(own)}
          </FastTab>
        )
        return (
          <>
            {general && tab(general)}
            <FastTab title="lines" whole>
              <EditLines
                entity={lines}
                label={t('tabs.lines')}
                columns={stage === 'released' ? planned(lineColumns) : lineColumns}
                filter={`documentId eq ${id}`}
                sort="sequence"
                owner={{ documentId: id }}
                also={[kind]}
                editable={
                  (stage === 'draft' || (stage === 'released' && inParts === true)) &&
                  !isQueued(document) &&
                  can('BackOffice.Change')
                }
                fixed={stage !== 'draft'}
                begin={beginLine}
                complete={isLineComplete}
                onward="quantity"
              />
            </FastTab>
            {others.map(tab)}
          </>
        )
      }}
    </CardPage>
  )
}

type FieldProps = {
  readonly field: DocumentField
  readonly readOnly: boolean
}

function Field({ field, readOnly }: FieldProps) {
  const { name, caption, lookup, lookupIn, amount, lines } = field
  return (
    <CardField
      name={name}
      readOnly={readOnly}
      lookup={lookup}
      lookupIn={lookupIn}
      {...(caption ? { caption } : {})}
      {...(amount ? { amount } : {})}
      {...(lines ? { lines } : {})}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { CardField } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useSalesCreditMemoActions, useSalesInvoiceActions } from './documentActions'
import { DocumentFacts } from './DocumentFacts'
import { documentKinds, type DocumentKind } from './documentKinds'
import { documentTone } from './documentTone'

/** A sales invoice or credit memo, posted or not, or a posted shipment, with its lines. */
export function DocumentCard({ kind, id }: { readonly kind: DocumentKind; readonly id: string }) {
  const { t } = useTranslation()
  const { caption, list, date, lines, lineColumns } = documentKinds[kind]
  const shipped = kind === 'salesShipments'
  return (
    <CardPage
      entity={kind}
      id={id}
      caption={caption}
      list={{ to: list, caption: kind }}
      title={({ number, customerName }) => `${number} · ${customerName}`}
      badge={({ status }) =>
        status ? <StatusBadge tone={documentTone(status)}>{optionCaption(t, status)}</StatusBadge> : null
      }
      {...(shipped
        ? {}
        : { useActions: kind === 'salesCreditMemos' ? useSalesCreditMemoActions : useSalesInvoiceActions })}
      facts={(document) => (
        <DocumentFacts
          currency={document.currencyCode}
          amounts={[
            { name: t('fields.amount'), amount: document.totalAmountExcludingTax },
            { name: t('fields.vatAmount'), amount: document.totalTaxAmount },
            { name: t('fields.amountIncludingVat'), amount: document.totalAmountIncludingTax },
            ...(shipped ? [] : [{ name: t('fields.remainingAmount'), amount: document.remainingAmount }]),
          ]}
        />
      )}
    >
      {(document) => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <CardField name="orderDate" />
                <CardField name="preAssignedNumber" />
                <CardField name="pricesIncludeTax" />
                <CardField name="userId" />
                <CardField name="createdAt" />
                <CardField name="workDescription" />
              </>
            }
          >
            <CardField name="number" />
            <CardField name="customerNumber" caption="sellToCustomerNumber" />
            <CardField name="customerName" />
            <CardField name={date} caption="documentDate" />
            <CardField name="postingDate" />
            {!shipped && <CardField name="dueDate" />}
            <CardField name="orderNumber" />
            <CardField name="externalDocumentNumber" />
            <CardField name="shopifyOrderNumber" />
            {kind === 'salesCreditMemos' && <CardField name="appliesToDocumentNumber" />}
          </FastTab>
          <FastTab title="lines" whole>
            <Lines
              entity={lines}
              label={t('tabs.lines')}
              columns={lineColumns}
              filter={`documentId eq ${id}`}
              sort="sequence"
            />
          </FastTab>
          <FastTab title="invoicing" closed summary={document.billToName}>
            <CardField name="currencyCode" />
            <CardField name="paymentTermsCode" />
            <CardField name="paymentMethodCode" />
            <CardField name="billToCustomerNumber" />
            <CardField name="billToName" />
            <CardField name="billToAddressLine1" caption="billToAddress" />
            <CardField name="billToPostCode" />
            <CardField name="billToCity" />
            <CardField name="billToCountry" />
          </FastTab>
          <FastTab title="shipping" closed summary={document.shipToName}>
            <CardField name="shipToName" />
            <CardField name="shipToAddressLine1" caption="shipToAddress" />
            <CardField name="shipToAddressLine2" caption="shipToAddress2" />
            <CardField name="shipToPostCode" />
            <CardField name="shipToCity" />
            <CardField name="shipToCountry" />
            <CardField name="shipmentMethodCode" />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

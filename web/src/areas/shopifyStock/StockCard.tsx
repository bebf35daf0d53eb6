import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { entriesOf, explanationQuery } from './explanation'
import { useStockActions } from './stockActions'

const Field = fieldsOf('shopifyInventory')

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    inlineSize: '100%',
    maxInlineSize: '720px',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
    },
    '& td:last-child, & th:last-child': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  },
  part: { '& th, & td': { fontWeight: tokens.fontWeightSemibold } },
  entry: { '& th': { paddingInlineStart: tokens.spacingHorizontalXXL } },
  beside: { color: tokens.colorNeutralForeground3 },
  scroll: { overflowX: 'auto' },
})

/** How many there are of a variant at a location: what that is made of, and Shopify's number beside it. */
export function StockCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="shopifyInventory"
      id={id}
      caption="stockOfVariant"
      list={{ to: '/shopify-stock', caption: 'shopifyStock' }}
      title={({ displayName, locationName }) => `${displayName ?? ''} · ${locationName ?? ''}`}
      useActions={useActions}
    >
      {({ errorMessage, itemNumber }) => (
        <>
          {errorMessage && <Notice intent="warning">{errorMessage}</Notice>}
          <FastTab
            title="general"
            summary={itemNumber}
            more={
              <>
                <Field name="shopifyVariantId" readOnly />
                <Field name="inventoryItemId" readOnly />
                <Field name="locationId" readOnly />
              </>
            }
          >
            <Field name="itemNumber" readOnly />
            <Field name="variantCode" readOnly />
            <Field name="locationName" readOnly />
            <Field name="shopCode" readOnly />
            <Field name="stock" caption="stockHere" readOnly />
            <Field name="shopifyStock" readOnly />
            <Field name="difference" readOnly />
            <Field name="shopifyCommitted" readOnly />
            <Field name="shopifyOnHand" readOnly />
            <Field name="stocked" readOnly />
            <Field name="lastSyncedOn" readOnly />
            <Field name="lastCalculatedOn" readOnly />
          </FastTab>
          <FastTab title="stockParts" whole>
            <Parts id={id} label={t('tabs.stockParts')} />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

function useActions(row: Row<'shopifyInventory'>) {
  return useStockActions([row])
}

/** Each part of the number, with the documents behind it. */
function Parts({ id, label }: { readonly id: string; readonly label: string }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { data, error, refetch } = useQuery(explanationQuery(id))
  if (error) return <ErrorMessage error={error} onRetry={() => void refetch()} />
  if (!data) return <Spinner label={t('common.loading')} />
  return (
    // The keys scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <p className={styles.beside}>
        {t('stock.workedOut', {
          calculation: optionCaption(t, data.stockCalculation),
          day: format.date(data.day),
          filter: data.locationFilter || t('stock.allLocations'),
        })}
      </p>
      <table className={styles.table}>
        <tbody>
          {data.parts.map(({ part, quantity }) => [
            <tr key={part} className={styles.part}>
              <th scope="row" colSpan={3}>
                {optionCaption(t, part)}
              </th>
              <td>{format.number(quantity)}</td>
            </tr>,
            ...entriesOf(data, part).map((entry, at) => (
              <tr key={`${part}${at}`} className={styles.entry}>
                <th scope="row">
                  {optionCaption(t, entry.documentType)} {entry.documentNumber}
                </th>
                <td>{entry.date ? format.date(entry.date) : ''}</td>
                <td>{entry.counts ? entry.locationCode : t('stock.countsLater')}</td>
                <td className={entry.counts ? undefined : styles.beside}>{format.number(entry.quantity)}</td>
              </tr>
            )),
          ])}
          {data.quantityPerUnitOfMeasure !== 1 && (
            <tr>
              <th scope="row" colSpan={3}>
                {t('fields.qtyPerUnitOfMeasure')}
              </th>
              <td>{format.number(data.quantityPerUnitOfMeasure)}</td>
            </tr>
          )}
          <tr className={styles.part}>
            <th scope="row" colSpan={3}>
              {t('fields.stockHere')}
            </th>
            <td>{format.number(data.stock)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

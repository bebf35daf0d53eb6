import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { Scrolled } from '@/components/page/Scrolled'
import { useFormat } from '@/i18n/format'
import { documentCurrency, hasTwoMoneys, partKey, type OrderTotals, type Total } from './orderTotals'

const useStyles = makeStyles({
  amount: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', justifyContent: 'flex-end' },
  total: { fontWeight: tokens.fontWeightSemibold },
  differs: { color: tokens.colorPaletteRedForeground1 },
})

type Props = {
  readonly totals: OrderTotals
  readonly rows: readonly Total[]
  readonly label: string
}

/** Sums of an order in Shopify, in both its moneys, beside those of its document. */
export function TotalsTable({ totals, rows, label }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const two = hasTwoMoneys(totals)
  const own = documentCurrency(totals)
  const amount = (value: number | null | undefined, currency: string) =>
    value === null || value === undefined ? '' : format.amount(value, currency)
  const heads = [
    t('orders.shopMoney', { currency: totals.currencyCode }),
    ...(two ? [t('orders.shopMoney', { currency: totals.presentmentCurrencyCode })] : []),
    t('orders.onDocument'),
    t('orders.differsBy'),
  ]
  return (
    <Scrolled label={label}>
      <Table size="small" aria-label={label}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('fields.description')}</TableHeaderCell>
            {heads.map((head) => (
              <TableHeaderCell key={head} className={styles.amount}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row, at) => (
            // Lines may be called alike: their place tells them apart.
            <TableRow key={at} className={row.part === 'Total' ? styles.total : undefined}>
              <TableCell>{row.name || t(`orders.parts.${partKey(row.part)}`)}</TableCell>
              <TableCell className={styles.amount}>{amount(row.shopAmount, totals.currencyCode)}</TableCell>
              {two && (
                <TableCell className={styles.amount}>
                  {amount(row.presentmentAmount, totals.presentmentCurrencyCode)}
                </TableCell>
              )}
              <TableCell className={styles.amount}>{amount(row.documentAmount, own)}</TableCell>
              <TableCell className={row.difference ? `${styles.amount} ${styles.differs}` : styles.amount}>
                {row.difference ? amount(row.difference, own) : ''}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scrolled>
  )
}

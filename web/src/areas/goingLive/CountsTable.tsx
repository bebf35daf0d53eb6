import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { Scrolled } from '@/components/page/Scrolled'
import { useFormat } from '@/i18n/format'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'
import type { Counts } from './useCounts'

type Counted = components['schemas']['CountedOrders']

/** What the store has, what is here, and what a first import does with it. */
export function CountsTable({ counts: { products, customers, companies, orders } }: { readonly counts: Counts }) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const format = useFormat()
  const shown = ({ orders: number, orMore }: Counted) =>
    orMore ? common('shops.orMore', { number: format.number(number) }) : format.number(number)
  const out = {
    orders: orders.archived.orders + orders.cancelled.orders,
    orMore: orders.archived.orMore || orders.cancelled.orMore,
  }
  const rows = [
    {
      name: t('products'),
      inStore: products.inStore,
      here: products.items,
      comes: t(!products.areRead ? 'productsNot' : products.becomeItems ? 'productsRead' : 'productsMapped'),
    },
    {
      name: t('customers'),
      inStore: customers.inStore,
      here: customers.here,
      comes: t(customers.areRead ? 'customersAll' : customers.becomeCustomers ? 'customersOrders' : 'customersMapped'),
    },
    ...(companies
      ? [
          {
            name: t('companies'),
            inStore: companies.inStore,
            here: companies.here,
            comes: t(
              companies.areRead ? 'companiesAll' : companies.becomeCustomers ? 'companiesOrders' : 'companiesMapped',
            ),
          },
        ]
      : []),
    { name: t('openOrders'), inStore: orders.enter, here: orders.staged, comes: t('ordersStaged') },
    ...(orders.tooOld.orders > 0 ? [{ name: t('tooOld'), inStore: orders.tooOld, here: undefined, comes: '' }] : []),
    { name: t('ordersStay'), inStore: out, here: undefined, comes: '' },
  ]
  return (
    <Scrolled label={t('Import')}>
      <Table size="small" aria-label={t('Import')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{common('fields.description')}</TableHeaderCell>
            <TableHeaderCell button={{ className: styles.end }}>{t('inStore')}</TableHeaderCell>
            <TableHeaderCell button={{ className: styles.end }}>{t('here')}</TableHeaderCell>
            <TableHeaderCell>{t('comes')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ name, inStore, here, comes }) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
              <TableCell className={styles.end}>{shown(inStore)}</TableCell>
              <TableCell className={styles.end}>{here === undefined ? '' : format.number(here)}</TableCell>
              <TableCell>{comes}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scrolled>
  )
}

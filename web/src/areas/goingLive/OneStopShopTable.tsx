import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import type { components } from '@/api/schema'
import { Scrolled } from '@/components/page/Scrolled'
import { useFormat } from '@/i18n/format'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'

export type Plan = components['schemas']['OneStopShopPlan']
type PlannedRow = components['schemas']['OneStopShopRow']

/** The groups of a plan: those of the states, and that of businesses in any of them. */
const groupsOf = ({ countries, registered }: Plan) => (registered ? [...countries, registered] : countries)

/** Whether anything of a plan is to be made. */
export const isMissing = (plan: Plan) =>
  groupsOf(plan).some(
    ({ isNew, templateIsNew, customers, rows }) =>
      isNew ||
      templateIsNew ||
      customers > 0 ||
      rows.some(({ percent, existing }) => existing == null && percent != null),
  )

/** What would be made for each state: its group, the rate of each product group, and the customers who get it. */
export function OneStopShopTable({ plan }: { readonly plan: Plan }) {
  const styles = useGuideStyles()
  const t = useTexts()
  const format = useFormat()
  const groups = groupsOf(plan)
  const products = [...new Set(groups.flatMap(({ rows }) => rows.map((row) => row.vatProdPostingGroup)))]
  const rate = (row: PlannedRow | undefined) => {
    if (row?.existing != null) return t('ossExisting', { percent: format.number(row.existing) })
    return row?.percent == null ? t('ossUnknown') : `${format.number(row.percent)} %`
  }
  return (
    <Scrolled label={t('oss')}>
      <Table size="small" aria-label={t('oss')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('country')}</TableHeaderCell>
            <TableHeaderCell>{t('group')}</TableHeaderCell>
            {products.map((product) => (
              <TableHeaderCell key={product}>{product}</TableHeaderCell>
            ))}
            <TableHeaderCell button={{ className: styles.end }}>{t('ossCustomers')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {groups.map(({ country, vatBusPostingGroup, rows, customers }) => (
            <TableRow key={vatBusPostingGroup}>
              <TableCell>{country === 'EU' ? t('ossBusinesses') : country}</TableCell>
              <TableCell>{vatBusPostingGroup}</TableCell>
              {products.map((product) => (
                <TableCell key={product}>{rate(rows.find((row) => row.vatProdPostingGroup === product))}</TableCell>
              ))}
              <TableCell className={styles.end}>{format.number(customers)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scrolled>
  )
}

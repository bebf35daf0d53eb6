import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { Scrolled } from '@/components/page/Scrolled'
import { useFormat } from '@/i18n/format'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'
import type { VatCheck } from './VatStep'

/** What was sold to each country, at which rates, and how much of it agrees. */
export function VatTable({ check }: { readonly check: VatCheck }) {
  const styles = useGuideStyles()
  const t = useTexts()
  const format = useFormat()
  return (
    <Scrolled label={t('VAT')}>
      <Table size="small" aria-label={t('VAT')}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('country')}</TableHeaderCell>
            <TableHeaderCell>{t('rates')}</TableHeaderCell>
            <TableHeaderCell button={{ className: styles.end }}>{t('lines')}</TableHeaderCell>
            <TableHeaderCell button={{ className: styles.end }}>{t('agree')}</TableHeaderCell>
            <TableHeaderCell button={{ className: styles.end }}>{t('notCompared')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {check.countries.map(({ country, rates, lines, agree, byTaxArea, unmapped }) => (
            <TableRow key={country}>
              <TableCell>{country || '\u2013'}</TableCell>
              <TableCell>{rates.map((rate) => `${format.number(rate)} %`).join(', ')}</TableCell>
              <TableCell className={styles.end}>{format.number(lines)}</TableCell>
              <TableCell className={styles.end}>{format.number(agree)}</TableCell>
              <TableCell className={styles.end}>{format.number(byTaxArea + unmapped)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scrolled>
  )
}

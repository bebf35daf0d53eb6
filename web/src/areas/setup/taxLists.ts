import type { AnyList } from '@/components/list/definition'
import { keptList } from './keptList'

/** How sales tax is levied, by the addresses below `/setup`. */
export const taxLists: Readonly<Record<string, AnyList>> = {
  'tax-areas': keptList({
    entity: 'taxAreas',
    caption: 'taxAreas',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 160, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 320, narrow: 'detail' },
    ],
  }),
  'tax-area-lines': keptList({
    entity: 'taxAreaLines',
    caption: 'taxAreaLines',
    sort: 'salesTaxAreaCode',
    key: ['salesTaxAreaCode', 'taxJurisdictionCode'],
    columns: [
      { field: 'salesTaxAreaCode', width: 160, narrow: 'title' },
      { field: 'taxJurisdictionCode', width: 200, narrow: 'detail' },
      { field: 'calculationOrder', width: 160, narrow: 'end' },
    ],
  }),
  'tax-jurisdictions': keptList({
    entity: 'taxJurisdictions',
    caption: 'taxJurisdictions',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 160, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 320, narrow: 'detail' },
      { field: 'taxAccountSales', width: 180 },
    ],
  }),
  'tax-groups': keptList({
    entity: 'taxGroups',
    caption: 'taxGroups',
    sort: 'code',
    key: ['code'],
    columns: [
      { field: 'code', width: 160, narrow: 'title' },
      { field: 'displayName', caption: 'description', width: 320, narrow: 'detail' },
    ],
  }),
  'tax-details': keptList({
    entity: 'taxDetails',
    caption: 'taxDetails',
    sort: 'taxJurisdictionCode',
    key: ['taxJurisdictionCode', 'salesTaxGroupCode', 'taxType', 'effectiveDate'],
    columns: [
      { field: 'taxJurisdictionCode', width: 190, narrow: 'title' },
      { field: 'salesTaxGroupCode', width: 150, narrow: 'detail' },
      { field: 'taxType', width: 130 },
      { field: 'effectiveDate', width: 140 },
      { field: 'maximumAmountQty', width: 190 },
      { field: 'taxBelowMaximum', width: 170, narrow: 'end' },
      { field: 'taxAboveMaximum', width: 170 },
      { field: 'calculateTaxOnTax', width: 180 },
    ],
  }),
}

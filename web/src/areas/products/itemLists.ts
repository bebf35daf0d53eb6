import { literal } from '@/api/record'
import { keptList } from '@/areas/setup/keptList'
import type { AnyList } from '@/components/list/definition'

const common = { permission: 'BackOffice.Read', change: 'BackOffice.Change', notImported: true } as const

/** What belongs to one item, each a list of its card. */
export function listsOfItem(number: string) {
  const belongs = { ...common, given: { itemNumber: number }, filter: `itemNumber eq ${literal(number)}` }
  return {
    variants: keptList({
      ...belongs,
      entity: 'itemVariants',
      caption: 'itemVariants',
      sort: 'code',
      key: ['code'],
      columns: [
        { field: 'code', width: 120, narrow: 'title' },
        { field: 'displayName', caption: 'description', width: 280, narrow: 'detail' },
        { field: 'blocked', width: 110 },
        { field: 'salesBlocked', width: 140 },
      ],
    }),
    units: keptList({
      ...belongs,
      entity: 'itemUnitsOfMeasure',
      caption: 'itemUnitsOfMeasure',
      key: ['code'],
      begins: { qtyPerUnitOfMeasure: 1 },
      columns: [
        { field: 'code', width: 120, narrow: 'title' },
        { field: 'qtyPerUnitOfMeasure', width: 200, narrow: 'end' },
      ],
    }),
    references: keptList({
      ...belongs,
      entity: 'itemReferences',
      caption: 'itemReferences',
      key: ['variantCode', 'unitOfMeasure', 'referenceNumber'],
      columns: [
        { field: 'referenceNumber', width: 220, narrow: 'title' },
        { field: 'variantCode', width: 120, narrow: 'detail' },
        { field: 'unitOfMeasure', caption: 'unitOfMeasureCode', width: 160 },
      ],
    }),
    vendors: keptList({
      ...belongs,
      entity: 'itemVendors',
      caption: 'itemVendors',
      key: ['vendorNumber', 'variantCode'],
      columns: [
        { field: 'vendorNumber', width: 160, narrow: 'title' },
        { field: 'variantCode', width: 120, narrow: 'detail' },
        { field: 'vendorItemNumber', width: 200, narrow: 'end' },
      ],
    }),
    texts: keptList({
      ...belongs,
      entity: 'itemTexts',
      caption: 'itemTexts',
      key: ['textType', 'languageCode'],
      long: ['text'],
      columns: [
        { field: 'textType', width: 160, narrow: 'title' },
        { field: 'languageCode', width: 120, narrow: 'detail' },
        { field: 'text', width: 420 },
      ],
    }),
  } satisfies Record<string, AnyList>
}

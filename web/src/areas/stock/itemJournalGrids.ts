import { literal } from '@/api/record'
import type { Batch } from '@/areas/journals/batch'
import type { Grid } from '@/areas/journals/grid'
import { usePostAction } from '@/areas/journals/postAction'
import { useImportAction } from '@/areas/setup/importAction'
import { lookups } from '@/areas/setup/lookups'
import { defineLineColumns } from '@/components/lines/columns'
import { lookup } from '@/components/lookup/source'
import { useCalculateAction } from './calculateAction'

/** The lines of a batch, of a count or not, as OData. */
export const linesOf = (batch: Batch, counted: boolean) =>
  `batchCode eq ${literal(batch.code)} and physicalInventory eq ${counted}`

const items = () => lookup('items', 'number', 'displayName', "type eq 'Inventory' and blocked eq false")
const locations = () => lookups.locations
type OfItem = { readonly itemNumber?: string | undefined }
const variants = ({ itemNumber }: OfItem) => (itemNumber ? lookups.variantsOf(itemNumber) : undefined)
const units = ({ itemNumber }: OfItem) => (itemNumber ? lookups.unitsOf(itemNumber) : undefined)

const adjustments = defineLineColumns('itemJournalLines', [
  { field: 'entryType', width: 140 },
  { field: 'postingDate', width: 112 },
  { field: 'documentNumber', width: 116 },
  { field: 'itemNumber', width: 140, lookup: items },
  { field: 'variantCode', width: 100, lookup: variants },
  { field: 'description', width: 190, entered: 'never' },
  { field: 'locationCode', width: 120, lookup: locations },
  { field: 'newLocationCode', width: 120, lookup: locations, when: ({ entryType }) => entryType === 'Transfer' },
  { field: 'quantity', width: 92 },
  { field: 'unitOfMeasureCode', width: 100, lookup: units },
  { field: 'unitCost', width: 104, amount: true, when: ({ entryType }) => entryType === 'Positive Adjmt.' },
  { field: 'amount', width: 104, amount: true, entered: 'never' },
])

const counts = defineLineColumns('itemJournalLines', [
  { field: 'itemNumber', width: 140, entered: 'never' },
  { field: 'variantCode', width: 100, entered: 'never' },
  { field: 'description', width: 220, entered: 'never' },
  { field: 'locationCode', width: 120, entered: 'never' },
  { field: 'unitOfMeasureCode', width: 90, entered: 'never' },
  { field: 'quantityCalculated', width: 130, entered: 'never' },
  // Lines to be counted are made by calculating, not one by one.
  { field: 'quantityPhysical', width: 150, when: ({ physicalInventory }) => physicalInventory === true },
  { field: 'entryType', width: 140, entered: 'never' },
  { field: 'quantity', width: 92, entered: 'never' },
])

/** Goods that are found, missing or moved. */
export const adjusting = (batch: Batch, workDate: string): Grid => ({
  entity: 'itemJournalLines',
  columns: adjustments,
  filter: linesOf(batch, false),
  sort: 'lineNumber',
  owner: { batchCode: batch.code },
  begin: (above) => ({
    entryType: above?.entryType ?? 'Positive Adjmt.',
    postingDate: above?.postingDate ?? workDate,
    ...(above?.locationCode ? { locationCode: above.locationCode } : {}),
  }),
  complete: ({ itemNumber, quantity }) => Boolean(itemNumber && quantity),
  useActions: () => [
    usePostAction('itemJournalBatches', 'itemJournalLines', batch),
    useImportAction(
      { entity: 'itemJournalLines', caption: 'itemJournal', columns: adjustments, given: { batchCode: batch.code } },
      'BackOffice.Change',
    ),
  ],
})

/** What is counted. */
export const counting = (batch: Batch, workDate: string): Grid => ({
  entity: 'itemJournalLines',
  columns: counts,
  filter: linesOf(batch, true),
  sort: 'lineNumber',
  owner: { batchCode: batch.code },
  begin: () => ({}),
  complete: () => false,
  useActions: () => [
    useCalculateAction(batch, workDate),
    usePostAction('itemJournalBatches', 'itemJournalLines', batch),
  ],
})

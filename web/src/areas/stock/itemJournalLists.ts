import type { Batch } from '@/areas/journals/batch'
import { usePostAction } from '@/areas/journals/postAction'
import { keptList } from '@/areas/setup/keptList'
import { useCalculateAction } from './calculateAction'
import { linesOf } from './itemJournalGrids'

/** The lines of a batch that are not of a count. */
export const adjustmentsOf = (batch: Batch, workDate: string) =>
  keptList({
    entity: 'itemJournalLines',
    caption: 'itemJournal',
    key: [],
    many: true,
    filter: linesOf(batch, false),
    sort: 'lineNumber',
    given: { batchCode: batch.code, postingDate: workDate },
    readOnly: ['lineNumber', 'description', 'amount'],
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    empty: 'emptyJournal',
    useMore: () => [usePostAction('itemJournalBatches', 'itemJournalLines', batch)],
    columns: [
      { field: 'lineNumber', hidden: true },
      { field: 'entryType', width: 140, narrow: 'detail' },
      { field: 'postingDate', width: 120 },
      { field: 'documentNumber', width: 140 },
      { field: 'itemNumber', width: 130, narrow: 'detail' },
      { field: 'variantCode', width: 120 },
      { field: 'description', width: 240, narrow: 'title' },
      { field: 'locationCode', width: 130 },
      { field: 'newLocationCode', width: 150 },
      { field: 'quantity', width: 110, narrow: 'end' },
      { field: 'unitOfMeasureCode', width: 140 },
      { field: 'unitCost', amount: true },
      { field: 'amount', amount: true },
      { field: 'reasonCode', width: 120, hidden: true },
    ],
  })

/** The lines of a batch that are counted. */
export const countOf = (batch: Batch, workDate: string) =>
  keptList({
    entity: 'itemJournalLines',
    caption: 'physicalInventoryJournal',
    key: [],
    many: true,
    filter: linesOf(batch, true),
    sort: 'lineNumber',
    readOnly: [
      'lineNumber',
      'postingDate',
      'documentNumber',
      'itemNumber',
      'variantCode',
      'description',
      'locationCode',
      'quantityCalculated',
      'entryType',
      'quantity',
      'unitOfMeasureCode',
      'unitCost',
      'amount',
    ],
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    notMade: true,
    empty: 'emptyCount',
    useMore: () => [
      useCalculateAction(batch, workDate),
      usePostAction('itemJournalBatches', 'itemJournalLines', batch),
    ],
    columns: [
      { field: 'lineNumber', hidden: true },
      { field: 'postingDate', width: 120 },
      { field: 'documentNumber', width: 140 },
      { field: 'itemNumber', width: 130, narrow: 'detail' },
      { field: 'variantCode', width: 120 },
      { field: 'description', width: 240, narrow: 'title' },
      { field: 'locationCode', width: 130, narrow: 'detail' },
      { field: 'quantityCalculated', width: 160 },
      { field: 'quantityPhysical', width: 190, narrow: 'end' },
      { field: 'entryType', width: 140 },
      { field: 'quantity', width: 110 },
      { field: 'unitOfMeasureCode', width: 140 },
      { field: 'unitCost', amount: true, hidden: true },
      { field: 'amount', amount: true, hidden: true },
    ],
  })

import type { Journal } from '@/areas/journals/JournalPage'
import { adjusting, counting } from './itemJournalGrids'
import { adjustmentsOf, countOf } from './itemJournalLists'

/** An item journal. */
export type ItemJournal = Journal & {
  /** The batch that is shown first. */
  readonly first: string
  /** Of which journal its batches are. */
  readonly type: 'Item' | 'Phys. Inventory'
}

/** The item journals, by their addresses below `/item-journals`. */
export const itemJournals: Readonly<Record<string, ItemJournal>> = {
  adjustments: { caption: 'itemJournal', gridOf: adjusting, listOf: adjustmentsOf, first: 'DEFAULT', type: 'Item' },
  counting: {
    caption: 'physicalInventoryJournal',
    gridOf: counting,
    listOf: countOf,
    first: 'PHYSINV',
    type: 'Phys. Inventory',
  },
}

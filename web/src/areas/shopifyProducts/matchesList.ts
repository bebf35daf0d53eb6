import { defineList } from '@/components/list/definition'
import { useMatchActions } from './matchActions'
import { matchColumns } from './matchColumns'

export const matchesList = defineList({
  entity: 'shopifyProductMatches',
  caption: 'shopifyProductMatches',
  sort: 'position',
  columns: matchColumns,
  views: [{ caption: 'viewDuplicates', filters: { duplicate: 'Yes' } }],
  useActions: useMatchActions,
  empty: 'emptyMatches',
  permission: 'Synchronization.Read',
})

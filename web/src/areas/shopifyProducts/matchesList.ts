import { defineList } from '@/components/list/definition'
import { useMatchActions } from './matchActions'
import { matchColumns } from './matchColumns'
import { scoreTone } from './tones'

export const matchesList = defineList({
  entity: 'shopifyProductMatches',
  caption: 'shopifyProductMatches',
  sort: 'position',
  columns: matchColumns.map((column) =>
    column.field === 'score' ? { ...column, tone: ({ score }) => scoreTone(score) } : column,
  ),
  views: [{ caption: 'viewDuplicates', filters: { duplicate: 'Yes' } }],
  useActions: useMatchActions,
  empty: 'emptyMatches',
  permission: 'Synchronization.Read',
})

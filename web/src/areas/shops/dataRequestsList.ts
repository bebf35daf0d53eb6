import { defineList } from '@/components/list/definition'
import { useDataRequestActions } from './dataRequestActions'

/** What customers, or a store that has left, ask about what is kept of them. */
export const dataRequestsList = defineList({
  entity: 'shopifyDataRequests',
  caption: 'shopifyDataRequests',
  sort: 'dueAt asc',
  columns: [
    { field: 'kind', width: 170, narrow: 'title' },
    {
      field: 'status',
      width: 110,
      narrow: 'end',
      tone: ({ status }) => (status === 'Open' ? 'warning' : 'good'),
    },
    { field: 'dueAt', width: 170, narrow: 'detail' },
    { field: 'store', width: 200 },
    { field: 'shopifyCustomerId', width: 160 },
    { field: 'email', width: 200 },
    { field: 'phoneNumber', width: 140 },
    { field: 'keptData', width: 400 },
    { field: 'outcome', width: 400 },
    { field: 'handledBy', width: 130 },
    { field: 'handledAt', width: 170 },
    { field: 'requestedAt', width: 170, hidden: true },
    { field: 'orderIds', width: 200, hidden: true },
  ],
  views: [{ caption: 'viewOpen', filters: { status: 'Open' } }],
  useActions: useDataRequestActions,
  empty: 'emptyDataRequests',
  permission: 'Shops.Read',
})

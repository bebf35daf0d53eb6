import { defineList } from '@/components/list/definition'

export const deprecatedMembersList = defineList({
  entity: 'shopifyDeprecatedMembers',
  caption: 'deprecatedMembers',
  sort: 'lastSeenAt desc',
  columns: [
    { field: 'document', width: 200, narrow: 'title' },
    { field: 'members', width: 420, narrow: 'detail' },
    { field: 'shopCode', width: 120, narrow: 'end' },
    { field: 'apiVersion', width: 130 },
    { field: 'lastSeenAt', width: 170 },
    { field: 'firstSeenAt', width: 170, hidden: true },
  ],
  empty: 'emptyDeprecatedMembers',
  permission: 'Synchronization.Read',
})

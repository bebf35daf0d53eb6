import { defineList } from '@/components/list/definition'
import { useAuditActions } from './auditActions'
import { changedFields } from './changedFields'

export const auditLogList = defineList({
  entity: 'auditLogEntries',
  caption: 'auditLogEntries',
  sort: 'createdAt desc',
  columns: [
    { field: 'createdAt', width: 170, narrow: 'detail' },
    { field: 'userName', width: 150, narrow: 'end' },
    { field: 'action', width: 260, narrow: 'title' },
    { field: 'subject', width: 200, narrow: 'detail' },
    { field: 'detail', width: 420, text: ({ detail = '' }, t) => changedFields(t, detail) },
    { field: 'entity', width: 180 },
    { field: 'recordId', hidden: true, width: 300 },
    { field: 'via', hidden: true, width: 280 },
    { field: 'entryNumber', hidden: true },
  ],
  useActions: useAuditActions,
  empty: 'emptyAuditLog',
  permission: 'Users.Read',
})

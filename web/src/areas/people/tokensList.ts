import { defineList } from '@/components/list/definition'
import { useTokenActions } from './tokenActions'

export const tokensList = defineList({
  entity: 'apiTokens',
  caption: 'apiTokens',
  columns: [
    { field: 'description', width: 280, narrow: 'title' },
    { field: 'hint', width: 160, narrow: 'end' },
    { field: 'permission', width: 160 },
    { field: 'createdAt', width: 160, narrow: 'detail' },
    { field: 'expiresAt', width: 160 },
    { field: 'revokedAt', width: 160, narrow: 'detail' },
    { field: 'userId', hidden: true, width: 300 },
  ],
  useActions: useTokenActions,
  empty: 'emptyTokens',
  permission: 'Users.Read',
})

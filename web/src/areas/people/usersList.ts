import { defineList } from '@/components/list/definition'
import { useUserActions } from './userActions'

export const usersList = defineList({
  entity: 'users',
  caption: 'users',
  sort: 'userName',
  columns: [
    { field: 'userName', width: 200, narrow: 'title' },
    { field: 'fullName', width: 240, narrow: 'detail' },
    { field: 'email', width: 220 },
    { field: 'permission', width: 160, narrow: 'detail' },
    { field: 'state', width: 140, narrow: 'end', tone: ({ state }) => (state === 'Enabled' ? 'good' : 'neutral') },
    { field: 'createdAt', width: 160 },
    { field: 'lastModifiedAt', width: 160 },
  ],
  useActions: useUserActions,
  permission: 'Users.Read',
})

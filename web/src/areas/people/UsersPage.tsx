import { ListPage } from '@/components/list/ListPage'
import { usersList } from './usersList'

export const UsersPage = () => <ListPage of={usersList} />

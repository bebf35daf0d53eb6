import { ListPage } from '@/components/list/ListPage'
import { deliveriesList } from './deliveriesList'

export const DeliveriesPage = () => <ListPage of={deliveriesList} />

import { ListPage } from '@/components/list/ListPage'
import { tokensList } from './tokensList'

export const ApiTokensPage = () => <ListPage of={tokensList} />

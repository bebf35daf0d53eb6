import { ListPage } from '@/components/list/ListPage'
import { auditLogList } from './auditLogList'

export const AuditLogPage = () => <ListPage of={auditLogList} />

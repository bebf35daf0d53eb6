import { createFileRoute } from '@tanstack/react-router'
import { AuditLogPage } from '@/areas/audit/AuditLogPage'

export const Route = createFileRoute('/_signedIn/audit-log')({ component: AuditLogPage })

import { createFileRoute } from '@tanstack/react-router'
import { JobQueueSetupPage } from '@/areas/jobs/setup/JobQueueSetupPage'

export const Route = createFileRoute('/_signedIn/job-queue-setup')({ component: JobQueueSetupPage })

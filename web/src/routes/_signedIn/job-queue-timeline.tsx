import { createFileRoute } from '@tanstack/react-router'
import { TimelinePage } from '@/areas/jobs/TimelinePage'

export const Route = createFileRoute('/_signedIn/job-queue-timeline')({ component: TimelinePage })

import { createFileRoute } from '@tanstack/react-router'
import { MyJobQueuePage } from '@/areas/jobs/MyJobQueuePage'

export const Route = createFileRoute('/_signedIn/my-job-queue')({ component: MyJobQueuePage })

import { queryOptions } from '@tanstack/react-query'
import { get } from './client'
import type { Page } from './record'

/** What the user is to be told about jobs that failed. */
export type Failures = {
  /** How many there are; 0 when nothing is to be shown. */
  readonly failed: number
  /** Whether there are as many as the second threshold says. */
  readonly urgent: boolean
  /** Whose jobs are counted. */
  readonly scope: 'All' | 'Own'
  /** The only one, when there is one. */
  readonly only: { readonly id: string; readonly description: string; readonly userId: string } | null
}

export const failuresQuery = queryOptions({
  queryKey: ['jobQueueFailures'],
  queryFn: ({ signal }) => get<Failures>('/jobQueueFailures', signal),
})

/** Whom the job queue tells what, and how long it keeps its log. */
export type Setup = {
  readonly '@odata.etag'?: string
  readonly notifyUserInitiatingTask: boolean
  readonly notifyJobQueueAdmin: boolean
  readonly inProductNotification: boolean
  readonly mailNotification: boolean
  /** As soon as one job has failed; otherwise once as many have failed as the thresholds say. */
  readonly notifyWhenJobFailed: boolean
  readonly threshold1: number
  readonly threshold2: number
  /** In days; 0: for ever. */
  readonly logRetentionDays: number
}

export const setupQuery = queryOptions({
  queryKey: ['jobQueueSetup'],
  queryFn: ({ signal }) => get<Setup>('/jobQueueSetup', signal),
})

/** A user who is told of everybody's jobs. */
export type Administrator = { readonly '@odata.etag'?: string; readonly id: string; readonly userName: string }

export const administratorsQuery = queryOptions({
  queryKey: ['jobQueueAdministrators'],
  queryFn: ({ signal }) => get<Page<Administrator>>('/jobQueueAdministrators', signal).then(({ value }) => value),
})

/** What must not run at once: who runs, and who waits for it. */
export type Line = {
  readonly category: string
  readonly scope: string
  readonly holder: {
    readonly entryId: string
    readonly description: string
    readonly worker: string
    readonly startedAt: string
    readonly progressText: string
    readonly progressDone: number
    readonly progressTotal: number
  } | null
  /** The first of those who wait. */
  readonly waiting: readonly {
    readonly entryId: string
    readonly description: string
    readonly priorityWithinCategory: string
    readonly earliestStartDateTime: string | null
    readonly turn: string
  }[]
  readonly waitingCount: number
}

export const linesQuery = queryOptions({
  queryKey: ['jobQueueLines'],
  queryFn: ({ signal }) =>
    get<{ value: Line[] }>('/jobQueueCategories/Kobling.lines', signal).then(({ value }) => value),
})

/** The key of a user's settings under which stands whether one wants to be told of jobs that failed. */
export const TELL_ME = 'notifications.jobQueueFailed'

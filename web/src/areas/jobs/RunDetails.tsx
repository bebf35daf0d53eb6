import { lazy } from 'react'

/** The details of a run, fetched when someone asks for them. */
export const RunDetails = lazy(() => import('./LogDetails').then(({ LogDetails }) => ({ default: LogDetails })))

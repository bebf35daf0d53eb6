import { lazy } from 'react'
import { loadRest } from '@/components/page/loadRest'

/** The details of a run, fetched when someone asks for them. */
export const RunDetails = lazy(async () => {
  const [{ LogDetails }] = await Promise.all([import('./LogDetails'), loadRest()])
  return { default: LogDetails }
})

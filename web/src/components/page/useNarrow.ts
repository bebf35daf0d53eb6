import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 700px)')
const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is as narrow as that of a phone. */
export const useNarrow = () => useSyncExternalStore(subscribe, () => query.matches)

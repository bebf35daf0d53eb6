import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client'

/** Everything that was read from the server; live events say what to read again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0),
    },
  },
})

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, get, put } from './client'

const path = (key: string) => `/userSettings/${encodeURIComponent(key)}`

/** Reads what the user keeps under `key`; nothing, if nothing is kept there. */
export async function readSetting<T>(key: string, signal?: AbortSignal): Promise<T | null> {
  try {
    return (await get<T | undefined>(path(key), signal)) ?? null
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export const keepSetting = (key: string, value: unknown) => put<unknown>(path(key), value)

/** What the user keeps under `key`. */
export const settingQuery = <T>(key: string) =>
  queryOptions({
    queryKey: ['userSettings', key],
    queryFn: ({ signal }) => readSetting<T>(key, signal),
    staleTime: Infinity,
  })

/** What the user keeps under `key`, and how to keep another value there. */
export function useSetting<T>(key: string): readonly [T | null, (value: T) => Promise<void>] {
  const queries = useQueryClient()
  const setting = settingQuery<T>(key)
  const { data } = useQuery(setting)
  const { mutateAsync } = useMutation({
    mutationFn: (value: T) => keepSetting(key, value),
    onMutate: (value) => queries.setQueryData<T | null>(setting.queryKey, value),
  })
  return [data ?? null, async (value) => void (await mutateAsync(value))]
}

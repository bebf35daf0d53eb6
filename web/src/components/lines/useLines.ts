import { useRef, useState } from 'react'
import { patch, post, remove } from '@/api/client'
import type { EntitySet } from '@/api/fields'
import { queries } from '@/api/queries'
import { useRecords, type Page } from '@/api/record'
import type { AnyRow } from '@/components/list/definition'
import { useNotify } from '@/components/notice/useNotify'
import { faultsOf, type Faults } from './faults'
import { NEW } from './place'

type Values = Readonly<Record<string, unknown>>

export type LinesOptions = {
  readonly entity: EntitySet
  /** Which lines, as OData. */
  readonly filter: string
  readonly sort: string
  /** What every new line has, as the document that it belongs to. */
  readonly owner: Values
  /** The sets whose records change with a line, as that of the document. */
  readonly also?: readonly EntitySet[]
}

/** As many are read at once, and none beyond. */
export const MOST_LINES = 1000

/**
 * The lines of something, and what is done with them: one thing after the other, each with the versions that the one before
 * has left, because a change of one line may change what others come to.
 */
export function useLines({ entity, filter, sort, owner, also = [] }: LinesOptions) {
  const notify = useNotify()
  const options = { $filter: filter, $orderby: sort, $top: String(MOST_LINES) }
  const { data, error, refetch } = useRecords(entity, options)
  const [faults, setFaults] = useState<Readonly<Record<string, Faults>>>({})
  const [waiting, setWaiting] = useState(0)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const rows = (data?.value ?? []) as readonly AnyRow[]

  const current = (id: string) => {
    const page = queries.getQueryData<Page<AnyRow>>([entity, 'some', options])
    return page?.value.find((row) => row.id === id)
  }
  const readAgain = () =>
    Promise.all([entity, ...also].map((one) => queries.invalidateQueries({ queryKey: [one] }, { cancelRefetch: true })))

  /** Does something with the row `id` when all before is done. Gives what came out; nothing, when it was refused. */
  const next = <T>(id: string, act: () => Promise<T>): Promise<T | undefined> => {
    const run = async () => {
      try {
        const done = await act()
        setFaults(({ [id]: _, ...others }) => others)
        return done
      } catch (failure) {
        const said = faultsOf(failure)
        if (said) setFaults((before) => ({ ...before, [id]: said }))
        else notify.failure(failure)
        return undefined
      } finally {
        await readAgain()
        setWaiting((count) => count - 1)
      }
    }
    setWaiting((count) => count + 1)
    const done = last.current.then(run)
    last.current = done
    return done
  }

  return {
    rows,
    loaded: data !== undefined,
    error,
    retry: () => void refetch(),
    /** Something is on its way to the server. */
    busy: waiting > 0,
    faults,
    forget: (id: string) => setFaults(({ [id]: _, ...others }) => others),
    add: (values: Values) => next(NEW, () => post<AnyRow>(`/${entity}`, { ...owner, ...values })),
    change: (id: string, values: Values) =>
      next(id, async () => {
        const line = current(id)
        return line && patch<AnyRow>(`/${entity}/${id}`, values, line['@odata.etag'])
      }),
    remove: (id: string) =>
      next(id, async () => {
        const line = current(id)
        if (line) await remove(`/${entity}/${id}`, line['@odata.etag'])
        return true
      }),
  }
}

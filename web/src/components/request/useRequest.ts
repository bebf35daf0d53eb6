import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { post } from '@/api/client'
import type { Days } from '@/components/input/dateText'
import type { Filters } from './filters'
import type { RunnableObject } from './object'
import { defaults, faults as faultsOf, type Options } from './options'
import { outcomeOf, type Answer, type Outcome } from './outcome'
import { NOW, scheduleFaults, type Schedule } from './schedule'
import { normalize } from './schema'
import { enabledShopsQuery } from './shops'
import { submission } from './submission'
import { useMatches } from './useMatches'

/** Who fills a request page in, and where. */
export type Setting = {
  /** The company's time zone: times are meant in it. */
  readonly zone: string
  readonly days: Days
  /** Whether the user may start tasks of shops. */
  readonly mayRun: boolean
  /** Whether the user may make job queue entries. */
  readonly mayPlan: boolean
}

type Form = {
  /** The id of the chosen shop, `''` for all; nothing until someone chooses. */
  readonly shop: string | undefined
  readonly options: Options
  readonly filters: Filters
  readonly schedule: Schedule
  readonly description: string
}

/** What a request page holds, what is wrong with it, and how it is sent. */
export function useRequest(
  object: RunnableObject,
  setting: Setting,
  startShop: string | undefined,
  onDone: (outcome: Outcome) => void,
) {
  const queries = useQueryClient()
  const schema = useMemo(() => normalize(object.schema), [object])
  const [form, setForm] = useState<Form>(() => ({
    shop: undefined,
    options: defaults(schema),
    filters: {},
    schedule: NOW,
    description: '',
  }))
  const [now, setNow] = useState(() => Date.now())
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()

  const { data } = useQuery({ ...enabledShopsQuery, enabled: object.perShop })
  const shops = data ?? []
  const noShop = data?.length === 0
  const first = shops.find(({ code }) => code === startShop) ?? shops[0]
  const shop = form.shop === undefined ? first : shops.find(({ id }) => id === form.shop)
  const matches = useMatches(object, shop?.code, form.filters)
  const faultsAt = (instant: number) => ({
    options: faultsOf(schema, form.options),
    schedule: scheduleFaults(form.schedule, setting.zone, instant),
  })
  const found = faultsAt(now)
  // A required option is not complained of before someone tries; a schedule is, for it decides the next runs.
  const faults = {
    options: tried ? found.options : {},
    schedule: tried || form.schedule.when === 'recurring' ? found.schedule : {},
  }

  const submit = async () => {
    setTried(true)
    setFailure(undefined)
    setNow(Date.now())
    const { options, schedule } = faultsAt(Date.now())
    if (Object.keys({ ...options, ...schedule, ...matches.errors }).length) return
    const { path, body } = submission({ ...form, object, shop, zone: setting.zone })
    setBusy(true)
    try {
      const answer = await post<Answer>(path, body)
      await queries.invalidateQueries({ queryKey: ['jobQueueEntries', 'list'] })
      onDone(outcomeOf(answer, form.schedule.when === 'now'))
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setBusy(false)
    }
  }

  const change = (part: Partial<Form>) => {
    setNow(Date.now())
    setForm((before) => ({ ...before, ...part }))
  }
  const may = form.schedule.when === 'now' && object.perShop && shop ? setting.mayRun : setting.mayPlan && !noShop
  return { may, noShop, form, change, schema, shops, shop, matches, faults, failure, busy, submit }
}

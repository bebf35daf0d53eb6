import { Spinner } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { Page } from '@/api/record'
import { ChartTools, Choice } from '@/components/chart/ChartTools'
import { TimeLine } from '@/components/chart/TimeLine'
import { useDialog } from '@/components/dialog/useDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DataList } from '@/components/list/DataList'
import { useNow } from '@/components/page/useNow'
import { usePageTitle } from '@/components/page/usePageTitle'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { latestColumns } from './logColumns'
import { usePageStyles } from './pageStyles'
import { RunDetails } from './RunDetails'
import { countsOf, groupings, lanesOf, type Run } from './timeline'
import { runTone } from './tones'

const HOUR = 3_600_000
const HOURS = [1, 6, 24] as const
/** A run takes no longer than this, as a rule: so it may have begun before the time that is shown. */
const LONGEST = 12
/** More runs than these can't be told apart. */
const MOST = 1_000
const SHOWN = ['Success', 'Partial Success', 'Error', 'In Process', 'Cancelled'] as const
const FIELDS =
  'id,jobQueueEntryId,description,objectIdToRun,objectCaptionToRun,scope,jobQueueCategoryCode,result,startDateTime,endDateTime,errorMessage,summary,parameterString,userId,worker'

/** What ran in the last hours, how long it took, and how it ended. */
export function TimelinePage() {
  const page = usePageStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const dialog = useDialog()
  const navigate = useNavigate()
  const search: { by?: string; hours?: string; table?: string } = useSearch({ strict: false })
  const by = groupings.find((one) => one === search.by) ?? 'task'
  const hours = HOURS.find((one) => String(one) === search.hours) ?? 24
  const table = Boolean(search.table)
  const minute = Math.ceil(useNow(60_000) / 60_000) * 60_000
  const window = useMemo(() => ({ from: minute - hours * HOUR, to: minute }), [minute, hours])
  usePageTitle(t('pages.timeline'))
  const change = (part: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '.', search: { ...search, ...part } as never, replace: true })

  const { data, error, refetch } = useRuns(window.from)
  const runs = useMemo(
    () => data?.filter(({ endDateTime }) => !endDateTime || Date.parse(endDateTime) >= window.from) ?? [],
    [data, window],
  )
  const lanes = lanesOf(runs, by, minute, t, format)
  const open = (run: Run | undefined) => run && dialog((close) => <RunDetails run={run} onClose={close} />)
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.timeline')}</h1>
      <ChartTools hours={hours} choices={HOURS} table={table} onChange={change}>
        <Choice
          label={t('timeline.by')}
          value={by}
          options={groupings.map((one) => [one, t(`timeline.by_${one}`)])}
          onChange={(value) => change({ by: value })}
        />
      </ChartTools>
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner label={t('common.loading')} />}
      {data && runs.length === 0 && <p>{t('timeline.nothing', { count: hours })}</p>}
      {data && data.length === MOST && <p>{t('timeline.tooMany', { shown: format.number(MOST) })}</p>}
      {runs.length > 0 &&
        (table ? (
          <DataList
            inline
            label={t('pages.timeline')}
            entity="jobQueueLogEntries"
            columns={latestColumns}
            rows={runs}
            onOpen={(row) => open(runs.find(({ id }) => id === row.id))}
          />
        ) : (
          <TimeLine
            title={t('pages.timeline')}
            lanes={lanes}
            window={window}
            legend={SHOWN.map((result) => ({ tone: runTone(result), caption: optionCaption(t, result) }))}
            summary={(lane) => countsOf(lane, t)}
            onOpen={({ id }) => open(runs.find((run) => run.id === id))}
          />
        ))}
    </div>
  )
}

/** The runs that may reach into the time after `from`, the newest first. */
function useRuns(from: number) {
  const since = new Date(from - LONGEST * HOUR).toISOString()
  const options = new URLSearchParams({
    $filter: `startDateTime ge ${since}`,
    $orderby: 'startDateTime desc',
    $top: String(MOST),
    $select: FIELDS,
  })
  return useQuery<Run[]>({
    queryKey: ['jobQueueLogEntries', 'timeline', since],
    queryFn: ({ signal }) => get<Page<Run>>(`/jobQueueLogEntries?${options}`, signal).then(({ value }) => value),
    placeholderData: keepPreviousData,
  })
}

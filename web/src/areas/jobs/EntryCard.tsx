import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { useRun } from '@/components/action/useRun'
import { CardPage } from '@/components/card/CardPage'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { fieldsOf } from '@/components/card/CardField'
import { Lines } from '@/components/card/Lines'
import { useDialog } from '@/components/dialog/useDialog'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { EntryProgress } from './EntryProgress'
import { useEntryActions } from './entryActions'
import { EntryRequest } from './EntryRequest'
import { EntrySchedule } from './EntrySchedule'
import { RunDetails } from './RunDetails'
import { logColumns } from './logColumns'
import { taskOf } from './taskOf'
import { entryTone } from './tones'

const Field = fieldsOf('jobQueueEntries')

/** The states in which nothing picks an entry up while it is being changed. */
const OPEN: ReadonlySet<string> = new Set(['On Hold', 'Error', 'Finished'])
/** Those in which something may pick it up at any moment. */
const HELD_FIRST: ReadonlySet<string> = new Set(['Ready', 'Waiting', 'On Hold with Inactivity Timeout'])

const useStyles = makeStyles({ whole: { gridColumn: '1 / -1' } })

/** A job queue entry: what it runs, when, and how its runs went. */
export function EntryCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const can = useCan()
  const format = useFormat()
  const may = can('JobQueue.Change')
  return (
    <CardPage
      entity="jobQueueEntries"
      id={id}
      caption="jobQueueEntry"
      list={{ to: '/job-queue', caption: 'jobQueueEntries' }}
      title={({ description }) => description ?? ''}
      badge={({ status = '' }) => <StatusBadge tone={entryTone(status)}>{optionCaption(t, status)}</StatusBadge>}
      useActions={useActions}
      change="JobQueue.Change"
      locked={({ status = '' }) => !OPEN.has(status)}
      facts={(entry) => (
        <FactBox
          title={t('jobs.task')}
          facts={[
            {
              name: t('fields.objectIdToRun'),
              value: `${entry.objectIdToRun} ${taskOf(entry, t)}`,
              to: `/tasks/${entry.objectIdToRun}`,
            },
            { name: t('fields.scope'), value: entry.scope || '\u2013' },
            { name: t('fields.userId'), value: entry.userId || '\u2013' },
          ]}
        />
      )}
    >
      {(entry) => (
        <>
          {entry.status === 'In Process' && <EntryProgress entry={entry} />}
          {entry.errorMessage && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t('jobs.lastError')}</MessageBarTitle> {entry.errorMessage}
                {entry.failedSince && <p>{t('jobs.failingSince', { time: format.exact(entry.failedSince) })}</p>}
              </MessageBarBody>
            </MessageBar>
          )}
          {may && HELD_FIRST.has(entry.status ?? '') && <SetOnHoldFirst entry={entry} />}
          <FastTab
            title="general"
            more={
              <>
                <Field name="jobTimeOut" hint={t('jobs.jobTimeOutHint')} />
                <Field name="recordIdToProcess" />
                <Field name="failedSince" readOnly />
              </>
            }
          >
            <Field name="description" />
            <Field name="objectIdToRun" readOnly />
            <Field name="jobQueueCategoryCode" readOnly />
            <Field name="scope" readOnly />
            <Field name="priorityWithinCategory" />
            <Field name="earliestStartDateTime" />
            <Field name="maxNumberAttemptsToRun" />
            <Field name="numberOfAttemptsToRun" readOnly />
            <Field name="rerunDelay" />
          </FastTab>
          <FastTab
            title="recurrence"
            closed={!entry.recurringJob}
            more={
              <>
                <Field name="stopOnError" />
                <Field name="inactivityTimeoutPeriod" hint={t('jobs.inactivityHint')} />
                <Field name="manualRecurrence" hint={t('jobs.manualRecurrenceHint')} />
                <Field name="rescues" readOnly />
                <Field name="lastReadyState" readOnly />
                <Field name="expirationDateTime" />
              </>
            }
          >
            <Field name="recurringJob" readOnly />
            <Field name="runOnMonday" />
            <Field name="runOnTuesday" />
            <Field name="runOnWednesday" />
            <Field name="runOnThursday" />
            <Field name="runOnFridays" />
            <Field name="runOnSaturdays" />
            <Field name="runOnSundays" />
            <Field name="startingTime" />
            <Field name="endingTime" />
            <Field name="numberOfMinutesBetweenRuns" />
            <Field name="nextRunDateFormula" />
            <Field name="scheduleMode" />
            <Field name="timeZone" />
            <Field name="catchUp" hint={t('jobs.catchUpHint')} />
            <div className={styles.whole}>
              <EntrySchedule />
            </div>
          </FastTab>
          <FastTab title="request" closed whole>
            <EntryRequest
              objectId={entry.objectIdToRun ?? 0}
              scope={entry.scope ?? ''}
              text={entry.parameterString ?? ''}
            />
          </FastTab>
          <FastTab title="log" whole>
            <EntryLog id={id} />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

/** An entry that may be picked up at any moment is changed while it is on hold. */
function SetOnHoldFirst({ entry }: { readonly entry: Row<'jobQueueEntries'> }) {
  const { t } = useTranslation()
  const { run, running } = useRun()
  const hold = async () => {
    await post(`/jobQueueEntries/${entry.id}/Kobling.setOnHold`, undefined, entry['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
  }
  return (
    <MessageBar>
      <MessageBarBody>{t('jobs.holdFirst')}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={running !== undefined} onClick={() => run({ key: 'hold', run: hold })}>
          {t('jobs.setOnHold')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function EntryLog({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const dialog = useDialog()
  return (
    <Lines
      entity="jobQueueLogEntries"
      label={t('pages.jobQueueLogEntries')}
      columns={logColumns}
      filter={`jobQueueEntryId eq ${id}`}
      sort="startDateTime desc"
      top={50}
      onOpen={(run) => dialog((close) => <RunDetails run={run} onClose={close} />)}
    />
  )
}

function useActions(entry: Row<'jobQueueEntries'>) {
  const navigate = useNavigate()
  return useEntryActions([entry], () => void navigate({ to: '/job-queue' }))
}

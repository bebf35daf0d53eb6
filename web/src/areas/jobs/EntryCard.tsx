import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { CardPage } from '@/components/card/CardPage'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { fieldsOf } from '@/components/card/CardField'
import { Lines } from '@/components/card/Lines'
import { useDialog } from '@/components/dialog/useDialog'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { EntryProgress } from './EntryProgress'
import { useEntryActions } from './entryActions'
import { LogDetails } from './LogDetails'
import { logColumns } from './logColumns'
import { taskOf } from './taskOf'
import { entryTone } from './tones'

const Field = fieldsOf('jobQueueEntries')

/** A job queue entry: what it runs, when, and how its runs went. */
export function EntryCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="jobQueueEntries"
      id={id}
      caption="jobQueueEntry"
      list={{ to: '/job-queue', caption: 'jobQueueEntries' }}
      title={({ description }) => description ?? ''}
      badge={({ status = '' }) => <StatusBadge tone={entryTone(status)}>{optionCaption(t, status)}</StatusBadge>}
      useActions={useActions}
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
          {entry.status === 'In Process' && <EntryProgress id={id} />}
          {entry.errorMessage && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{t('jobs.lastError')}</MessageBarTitle> {entry.errorMessage}
              </MessageBarBody>
            </MessageBar>
          )}
          <FastTab title="general">
            <Field name="description" />
            <Field name="objectIdToRun" />
            <Field name="jobQueueCategoryCode" />
            <Field name="scope" />
            <Field name="priorityWithinCategory" />
            <Field name="earliestStartDateTime" />
            <Field name="maxNumberAttemptsToRun" />
            <Field name="numberOfAttemptsToRun" />
            <Field name="rerunDelay" />
            <Field name="parameterString" />
          </FastTab>
          <FastTab
            title="recurrence"
            closed={!entry.recurringJob}
            more={
              <>
                <Field name="stopOnError" />
                <Field name="rescues" />
                <Field name="lastReadyState" />
                <Field name="expirationDateTime" />
              </>
            }
          >
            <Field name="recurringJob" />
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
          </FastTab>
          <FastTab title="log" whole>
            <EntryLog id={id} />
          </FastTab>
        </>
      )}
    </CardPage>
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
      onOpen={(run) => dialog((close) => <LogDetails run={run} onClose={close} />)}
    />
  )
}

function useActions(entry: Row<'jobQueueEntries'>) {
  const navigate = useNavigate()
  return useEntryActions([entry], () => void navigate({ to: '/job-queue' }))
}

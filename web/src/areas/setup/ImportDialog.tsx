import { Button, Field, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendFile } from '@/api/client'
import { queries } from '@/api/queries'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useNotify } from '@/components/notice/useNotify'
import type { ImportReport } from './importReport'
import { ImportProblems } from './ImportProblems'
import type { ImportTarget } from './importTarget'

type Props = { readonly target: ImportTarget; readonly onClose: () => void }

/** Reads a file into a list: first a trial, which tells what is wrong with which row; then all of it, or nothing. */
export function ImportDialog({ target: { entity, caption, columns, given }, onClose }: Props) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<ImportReport>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(true)
    setError(undefined)
    try {
      const query = new URLSearchParams({ dryRun: String(dryRun) })
      Object.entries(given ?? {}).forEach(([name, value]) => query.set(name, String(value)))
      return await sendFile<ImportReport>(`/${entity}/Kobling.import?${query}`, chosen)
    } catch (failure) {
      setError(failure)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const choose = async (chosen: File | undefined) => {
    setFile(chosen)
    setReport(undefined)
    if (chosen) setReport(await send(chosen, true))
  }
  const take = async () => {
    const made = file && (await send(file, false))
    if (!made) return
    if (made.problems.length > 0) return setReport(made)
    await queries.invalidateQueries({ queryKey: [entity] })
    notify.success(t('upkeep.imported', { count: made.created }))
    onClose()
  }
  const ready = report !== undefined && report.problems.length === 0
  return (
    <ReadDialog
      title={`${t('upkeep.import')}: ${t(`pages.${caption}`)}`}
      wide
      onClose={onClose}
      actions={
        <Button appearance="primary" disabled={!ready || busy} onClick={() => void take()}>
          {t('upkeep.take')}
        </Button>
      }
    >
      <Field label={t('upkeep.file')} hint={t('upkeep.fileHint')}>
        <input
          type="file"
          accept=".csv,text/csv"
          disabled={busy}
          // A file that was mended is chosen again by the same name.
          onClick={({ currentTarget }) => (currentTarget.value = '')}
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </Field>
      {error !== undefined && <ErrorMessage error={error} />}
      {ready && (
        <MessageBar intent="success">
          <MessageBarBody>{t('upkeep.ready', { count: report.created })}</MessageBarBody>
        </MessageBar>
      )}
      {report && report.problems.length > 0 && <ImportProblems report={report} columns={columns} />}
    </ReadDialog>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keepSetting, settingQuery } from '@/api/settings'
import { useNotify } from '@/components/notice/useNotify'
import { queuedNotice } from './queuedNotice'
import { RunDialog } from './RunDialog'
import { StartedContext, TELL_QUEUED, type Started } from './started'

/** Tells what becomes of the tasks that are started inside it. */
export function StartedProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const queries = useQueryClient()
  const [watched, setWatched] = useState<{ readonly entry: string; readonly caption: string }>()
  const tellQueued = useCallback(
    async (queued: readonly Started[], caption: string) => {
      const setting = settingQuery<boolean>(TELL_QUEUED)
      if ((await queries.fetchQuery(setting)) === false) return
      const silence = async () => {
        queries.setQueryData(setting.queryKey, false)
        await keepSetting(TELL_QUEUED, false)
      }
      const { text, to } = queuedNotice(t, queued, caption)
      notify.success(text, { caption: t('jobs.showLog'), to }, { caption: t('jobs.tellNoMore'), run: silence })
    },
    [notify, queries, t],
  )
  const tell = useCallback(
    (started: Started | readonly Started[], caption: string) => {
      const all = [started].flat()
      const followed = all.find(({ mode }) => mode === 'foreground')
      if (followed) setWatched({ entry: followed.entry, caption })
      else if (all.length > 0) tellQueued(all, caption).catch(notify.failure)
    },
    [notify, tellQueued],
  )
  return (
    <StartedContext value={tell}>
      {children}
      {watched && <RunDialog key={watched.entry} {...watched} onClose={() => setWatched(undefined)} />}
    </StartedContext>
  )
}

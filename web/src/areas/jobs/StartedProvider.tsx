import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '@/components/notice/useNotify'
import { RunDialog } from './RunDialog'
import { StartedContext, type Started } from './started'

/** Tells what becomes of the tasks that are started inside it. */
export function StartedProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [watched, setWatched] = useState<{ readonly entry: string; readonly caption: string }>()
  const tell = useCallback(
    ({ entry, mode, alreadyQueued }: Started, caption: string) => {
      if (mode === 'foreground') return setWatched({ entry, caption })
      const text = alreadyQueued ? t('jobs.alreadyQueued', { caption }) : t('jobs.queued', { caption })
      notify.success(text, { caption: t('jobs.showEntry'), to: `/job-queue/${entry}` })
    },
    [notify, t],
  )
  return (
    <StartedContext value={tell}>
      {children}
      {watched && <RunDialog key={watched.entry} {...watched} onClose={() => setWatched(undefined)} />}
    </StartedContext>
  )
}

import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeCard } from './NoticeCard'
import { NoticeContext, type Notice } from './useNotify'

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    insetBlockEnd: tokens.spacingVerticalL,
    insetInlineEnd: tokens.spacingHorizontalL,
    zIndex: 1_000_000,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    inlineSize: `min(360px, calc(100vw - 2 * ${tokens.spacingHorizontalL}))`,
  },
})

/** So many stand at once; the oldest makes room. */
const MOST = 4

/**
 * Shows what `useNotify` says. The notices stand at the end of the page, where Tab passes through them: they are not a
 * place that holds the focus.
 */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [notices, setNotices] = useState<readonly { readonly id: number; readonly notice: Notice }[]>([])
  const say = useCallback(
    (notice: Notice) => setNotices((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, notice }].slice(-MOST)),
    [],
  )
  const close = useCallback((id: number) => setNotices((before) => before.filter((one) => one.id !== id)), [])
  return (
    <NoticeContext value={say}>
      {children}
      <section className={styles.place} aria-label={t('common.notices')} aria-live="polite">
        {notices.map(({ id, notice }) => (
          <NoticeCard key={id} notice={notice} onClose={() => close(id)} />
        ))}
      </section>
    </NoticeContext>
  )
}

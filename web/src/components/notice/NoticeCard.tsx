import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, Dismiss16Regular, ErrorCircle20Filled } from '@fluentui/react-icons'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '@/components/action/useRun'
import { ErrorDetails } from '@/components/error/ErrorDetails'
import { explain } from '@/components/error/explain'
import type { Notice, NoticeChoice, NoticeLink } from './useNotify'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  said: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  text: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

/** How long a notice stands that goes by itself; one that leads somewhere, twice as long. */
const SHORT = 6_000

type Props = { readonly notice: Notice; readonly onClose: () => void }

/** One notice. It does not go while someone points at it or has the focus in it. */
export function NoticeCard({ notice, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  const stands = notice.kind === 'failure' ? undefined : notice.link ? 2 * SHORT : SHORT
  useEffect(() => {
    if (stands === undefined || held) return
    const timer = setTimeout(() => close.current(), stands)
    return () => clearTimeout(timer)
  }, [stands, held])

  const failed = notice.kind === 'failure' ? explain(t, notice.error) : undefined
  return (
    // The pointer only holds the notice; nothing is done by it.

    <div
      className={styles.card}
      data-notice={notice.kind}
      {...(failed ? { role: 'alert' } : {})}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={mergeClasses(failed ? styles.bad : styles.good)}>
        {failed ? <ErrorCircle20Filled /> : <CheckmarkCircle20Filled />}
      </span>
      <div className={styles.said}>
        <span className={styles.text}>{notice.kind === 'failure' ? failed?.cause : notice.text}</span>
        {failed?.remedy && <span>{failed.remedy}</span>}
        {notice.kind === 'failure' && <ErrorDetails error={notice.error} />}
        {notice.kind === 'success' && notice.link && <Leads link={notice.link} onFollow={onClose} />}
        {notice.kind === 'success' && notice.choice && <Offers choice={notice.choice} onChosen={onClose} />}
      </div>
      <Button
        appearance="transparent"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={t('common.close')}
        onClick={onClose}
      />
    </div>
  )
}

function Leads({ link, onFollow }: { readonly link: NoticeLink; readonly onFollow: () => void }) {
  const router = useRouter()
  return (
    <Link
      href={link.to}
      onClick={(event) => {
        event.preventDefault()
        onFollow()
        router.history.push(link.to)
      }}
    >
      {link.caption}
    </Link>
  )
}

function Offers({ choice, onChosen }: { readonly choice: NoticeChoice; readonly onChosen: () => void }) {
  const { run } = useRun()
  const choose = () => {
    onChosen()
    run({ key: 'choice', run: choice.run })
  }
  return (
    <Link as="button" onClick={choose}>
      {choice.caption}
    </Link>
  )
}

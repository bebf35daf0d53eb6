import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { didText } from '@/areas/jobs/didText'
import { runTone } from '@/areas/jobs/tones'
import { useRunOf } from '@/areas/jobs/useRunOf'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'

type Props = {
  readonly caption: string
  readonly entry: string
  readonly onEnded: () => void
}

/** A job that the guide has started, followed to its end. */
export function RunLine({ caption, entry, onEnded }: Props) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const { run, ended, error } = useRunOf(entry)
  useEffect(() => {
    if (ended) onEnded()
    // It ends once; what is done then may be made anew by each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended])
  return (
    <li className={styles.one}>
      <StatusBadge tone={ended ? runTone(run?.result) : 'busy'}>
        {ended ? optionCaption(common, run?.result ?? '') : t(run ? 'running' : 'waiting')}
      </StatusBadge>
      <span className={styles.name}>{caption}</span>
      <span className={styles.said}>{ended && run ? didText(run, common) : ''}</span>
      {error && <ErrorMessage error={error} />}
    </li>
  )
}

import { Button } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { components } from '@/api/schema'
import { StatusBadge } from '@/components/status/StatusBadge'
import type { Tone } from '@/components/status/tone'
import { useFormat } from '@/i18n/format'
import { useGuideStyles } from './guideStyles'
import { said } from './said'
import type { Step } from './steps'
import { useTexts } from './useTexts'

type Check = components['schemas']['CheckBody']

type Props = {
  readonly check: Check
  readonly go: (step: Step) => Promise<void>
  /** What mends it at once, here. */
  readonly act: (() => void) | undefined
  readonly busy: boolean
}

const tones: Record<string, Tone> = { Done: 'good', Attention: 'warning', Open: 'bad' }

/** The steps of the guide in which something is mended. */
const mendedIn: Readonly<Record<string, Step>> = {
  accounts: 'Accounts',
  customers: 'Sync',
  items: 'Sync',
  vat: 'VAT',
  schedules: 'Schedules',
}

/** One thing of the checklist: how it stands, and what mends it. */
export function CheckLine({ check, go, act, busy }: Props) {
  const styles = useGuideStyles()
  const t = useTexts()
  const { t: common } = useTranslation()
  const format = useFormat()
  const router = useRouter()
  const step = mendedIn[check.name]
  const caption = t(`check_${check.name}` as 'check_vat')
  const mend = () => (step ? go(step) : router.navigate({ href: check.route }))
  return (
    <li className={styles.one}>
      <StatusBadge tone={tones[check.state] ?? 'neutral'}>{t(check.state as 'Done')}</StatusBadge>
      <span className={styles.name}>{caption}</span>
      <span className={styles.said}>{said(common, format.number, check)}</span>
      {check.state !== 'Done' && act && (
        <Button size="small" disabled={busy} onClick={act}>
          {t('createDocuments')}
        </Button>
      )}
      {check.state !== 'Done' && (
        <Button size="small" aria-label={`${t('mend')}: ${caption}`} onClick={() => void mend()}>
          {t('mend')}
        </Button>
      )}
    </li>
  )
}

import { useTranslation } from 'react-i18next'
import { countsOf } from '@/areas/jobs/timeline'
import type { Lane } from '@/components/chart/lanes'
import { TimeLine } from '@/components/chart/TimeLine'
import type { Tone } from '@/components/status/tone'

const HOUR = 3_600_000
const NOON = new Date(2026, 10, 24, 12).getTime()
const WINDOW = { from: NOON - 24 * HOUR, to: NOON }
const TONES: readonly Tone[] = ['good', 'good', 'warning', 'good', 'bad', 'neutral', 'good', 'busy']

const lane = (label: string, every: number): Lane => ({
  key: label,
  label,
  spans: Array.from({ length: Math.floor(24 / every) }, (_, index) => {
    const start = NOON - (index + 1) * every * HOUR
    const tone = TONES[index % TONES.length] ?? 'good'
    return { id: `${label} ${index}`, start, end: start + (index % 3) * 0.4 * HOUR, tone, title: label }
  }),
})

/** What ran when. */
export function TimelineSample() {
  const { t } = useTranslation()
  return (
    <TimeLine
      title={t('pages.timeline')}
      lanes={[lane(`${t('tasks.t30104')} · DEMO`, 0.5), lane(t('tasks.t30103'), 3)]}
      window={WINDOW}
      legend={[
        { tone: 'good', caption: t('options.success') },
        { tone: 'bad', caption: t('options.error') },
      ]}
      summary={(lane) => countsOf(lane, t)}
      onOpen={() => undefined}
    />
  )
}

import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from './DateInput'
import type { Days } from './dateText'
import { instantOf, wallOf } from './instant'
import { TimeInput } from './TimeInput'

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    // Their inputs stand on one line, however long a caption is.
    '& > *': { gridRowEnd: 'span 3', gridTemplateRows: 'subgrid', alignItems: 'start' },
    '& > * > label': { alignSelf: 'end' },
  },
})

type Props = {
  readonly caption: string
  /** An instant, as `2026-11-25T07:00:00.000Z`; nothing, if blank. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly days: Days
  /** The zone in which the date and the time are meant. */
  readonly zone: string
  readonly error?: string | undefined
}

/** An instant, typed as a date and a time of day in a zone. Without a time it is the beginning of the day. */
export function DateTimeInput({ caption, value, onChange, days, zone, error }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const wall = value ? wallOf(value, zone) : undefined
  // A time that is typed before the date waits for it.
  const [waiting, setWaiting] = useState('')

  const change = (date: string, time: string) => {
    setWaiting(date ? '' : time)
    onChange(date && instantOf({ date, time: time || '00:00' }, zone))
  }

  return (
    <div className={styles.both}>
      <DateInput
        caption={caption}
        value={wall?.date ?? ''}
        days={days}
        error={error ?? (waiting && t('input.dateTime.dateFirst'))}
        hint={t('input.dateTime.inZone', { zone })}
        onChange={(date) => change(date, wall?.time ?? waiting)}
      />
      <TimeInput
        caption={t('input.time.short')}
        spoken={t('input.time.label', { caption })}
        value={wall?.time ?? waiting}
        onChange={(time) => change(wall?.date ?? '', time)}
      />
    </div>
  )
}

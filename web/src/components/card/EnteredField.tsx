import { useSession } from '@/api/session'
import { DateInput } from '@/components/input/DateInput'
import { DateTimeInput } from '@/components/input/DateTimeInput'
import { TimeInput } from '@/components/input/TimeInput'

type Props = {
  readonly kind: 'date' | 'time' | 'dateTime'
  readonly caption: string
  /** As the API sends it; nothing, if blank. */
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string | null) => void
}

/** A day, a time of day or an instant of a card, in the zone of the company. */
export function EnteredField({ kind, caption, value, error, onChange }: Props) {
  const { company, workDate } = useSession()
  const days = { today: workDate, workDate }
  switch (kind) {
    case 'date':
      return (
        <DateInput
          caption={caption}
          value={value}
          days={days}
          error={error}
          onChange={(date) => onChange(date || null)}
        />
      )
    case 'time':
      return (
        <TimeInput
          caption={caption}
          value={value.slice(0, 5)}
          error={error}
          onChange={(time) => onChange(time ? `${time}:00` : null)}
        />
      )
    case 'dateTime':
      return (
        <DateTimeInput
          caption={caption}
          value={value}
          days={days}
          zone={company.timeZone}
          error={error}
          onChange={(instant) => onChange(instant || null)}
        />
      )
  }
}

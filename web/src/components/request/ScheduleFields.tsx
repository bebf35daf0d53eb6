import { Checkbox, Field, Input, Label, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '@/components/input/DateInput'
import type { Days } from '@/components/input/dateText'
import { TimeInput } from '@/components/input/TimeInput'
import { useNarrow } from '@/components/page/useNarrow'
import { NextRuns } from './NextRuns'
import { DAYS, entryFields, toggled, type Schedule, type ScheduleFaults } from './schedule'
import { Section } from './Section'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(13rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  },
  days: { display: 'flex', flexWrap: 'wrap' },
  fault: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
})

type Props = {
  readonly schedule: Schedule
  readonly onChange: (schedule: Schedule) => void
  readonly faults: ScheduleFaults
  readonly days: Days
  readonly zone: string
  /** Whether the user may make job queue entries; else there is only "now". */
  readonly mayPlan: boolean
}

/** When the object is run: now, once later, or again and again. */
export function ScheduleFields({ schedule, onChange, faults, days, zone, mayPlan }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const narrow = useNarrow()
  const daysId = useId()
  const change = (part: Partial<Schedule>) => onChange({ ...schedule, ...part })
  const inZone = t('input.dateTime.inZone', { zone })
  return (
    <Section title={t('request.whenTitle')}>
      <RadioGroup
        layout={narrow ? 'vertical' : 'horizontal'}
        aria-label={t('request.whenTitle')}
        value={schedule.when}
        onChange={(_, { value }) => change({ when: value as Schedule['when'] })}
      >
        <Radio value="now" label={t('request.when.now')} />
        {mayPlan && <Radio value="once" label={t('request.when.once')} />}
        {mayPlan && <Radio value="recurring" label={t('request.when.recurring')} />}
      </RadioGroup>
      {schedule.when === 'once' && (
        <div className={styles.fields}>
          <DateInput
            caption={t('request.date')}
            value={schedule.date}
            days={days}
            required
            hint={inZone}
            error={faults.date && t(`request.faults.${faults.date}`)}
            onChange={(date) => change({ date })}
          />
          <TimeInput caption={t('request.time')} value={schedule.time} onChange={(time) => change({ time })} />
        </div>
      )}
      {schedule.when === 'recurring' && (
        <>
          {/* No `Field`: it would give its one id to each of the seven. */}
          <div role="group" aria-labelledby={daysId}>
            <Label id={daysId}>{t('request.days')}</Label>
            <div className={styles.days}>
              {DAYS.map((day) => (
                <Checkbox
                  key={day}
                  label={t(`request.dayNames.${day}`)}
                  checked={schedule.days.includes(day)}
                  onChange={() => change({ days: toggled(schedule.days, day) })}
                />
              ))}
            </div>
            {faults.days && (
              <p className={styles.fault} role="alert">
                {t(`request.faults.${faults.days}`)}
              </p>
            )}
          </div>
          <div className={styles.fields}>
            <TimeInput
              caption={t('request.startingTime')}
              value={schedule.startingTime}
              hint={inZone}
              onChange={(startingTime) => change({ startingTime })}
            />
            <TimeInput
              caption={t('request.endingTime')}
              value={schedule.endingTime}
              onChange={(endingTime) => change({ endingTime })}
            />
            <Field
              label={t('request.minutes')}
              hint={t('request.minutesHint')}
              validationMessage={faults.minutes && t(`request.faults.${faults.minutes}`)}
            >
              <Input
                inputMode="numeric"
                value={minutesText(schedule.minutes)}
                onChange={(_, { value }) => change({ minutes: value.trim() === '' ? undefined : Number(value) })}
              />
            </Field>
          </div>
          {!Object.keys(faults).length && <NextRuns schedule={entryFields(schedule, zone)} zone={zone} />}
        </>
      )}
    </Section>
  )
}

const minutesText = (minutes: number | undefined) =>
  minutes === undefined || Number.isNaN(minutes) ? '' : String(minutes)

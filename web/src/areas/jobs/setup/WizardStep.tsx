import { Checkbox, Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Setup } from '@/api/jobQueue'
import { NumberInput } from '@/components/card/NumberInput'
import { Administrators } from './Administrators'
import { faultsOf, tellsAnyone, type Step } from './wizard'
import { SetupFacts } from './SetupFacts'

type Props = {
  readonly step: Step
  readonly draft: Setup
  readonly onChange: (part: Partial<Setup>) => void
}

/** What one step of the guided set-up asks. */
export function WizardStep({ step, draft, onChange }: Props) {
  const { t } = useTranslation()
  switch (step) {
    case 'start':
      return <p>{t('jobSetup.startText')}</p>
    case 'participants':
      return (
        <>
          <p>{t('jobSetup.participantsText')}</p>
          <Check name="notifyUserInitiatingTask" draft={draft} onChange={onChange} />
          <Check name="notifyJobQueueAdmin" draft={draft} onChange={onChange} />
          {draft.notifyJobQueueAdmin && <Administrators />}
        </>
      )
    case 'type':
      return (
        <>
          <p>{t('jobSetup.typeText')}</p>
          <Check name="inProductNotification" draft={draft} onChange={onChange} />
          <Check name="mailNotification" draft={draft} onChange={onChange} />
        </>
      )
    case 'time':
      return <Time draft={draft} onChange={onChange} />
    case 'finish':
      return (
        <>
          {!tellsAnyone(draft) && (
            <MessageBar intent="warning">
              <MessageBarBody>{t('jobSetup.nobody')}</MessageBarBody>
            </MessageBar>
          )}
          <SetupFacts setup={draft} />
        </>
      )
  }
}

type CheckName = 'notifyUserInitiatingTask' | 'notifyJobQueueAdmin' | 'inProductNotification' | 'mailNotification'

function Check({ name, draft, onChange }: Omit<Props, 'step'> & { readonly name: CheckName }) {
  const { t } = useTranslation()
  return (
    <Checkbox
      label={t(`jobSetup.${name}`)}
      checked={draft[name]}
      onChange={(_, { checked }) => onChange({ [name]: checked === true })}
    />
  )
}

function Time({ draft, onChange }: Omit<Props, 'step'>) {
  const { t } = useTranslation()
  const faults = faultsOf(draft)
  return (
    <>
      <RadioGroup
        aria-label={t('jobSetup.step_time')}
        value={draft.notifyWhenJobFailed ? 'now' : 'late'}
        onChange={(_, { value }) => onChange({ notifyWhenJobFailed: value === 'now' })}
      >
        <Radio value="now" label={t('jobSetup.atOnce')} />
        <Radio value="late" label={t('jobSetup.byThreshold')} />
      </RadioGroup>
      {!draft.notifyWhenJobFailed &&
        (['threshold1', 'threshold2'] as const).map((name) => {
          const fault = faults[name]
          return (
            <Field key={name} label={t(`jobSetup.${name}`)} validationMessage={fault && t(`jobSetup.${fault}`)}>
              <NumberInput value={draft[name]} onChange={(number) => onChange({ [name]: number ?? NaN })} />
            </Field>
          )
        })}
    </>
  )
}

import type { Setup } from '@/api/jobQueue'

/** The steps of the guided set-up, as BC names them. */
export const steps = ['start', 'participants', 'type', 'time', 'finish'] as const
export type Step = (typeof steps)[number]

/** What the guided set-up asks for. */
export const asked = [
  'notifyUserInitiatingTask',
  'notifyJobQueueAdmin',
  'inProductNotification',
  'mailNotification',
  'notifyWhenJobFailed',
  'threshold1',
  'threshold2',
] as const satisfies readonly (keyof Setup)[]

/** The step before or after another; the same, where there is none. */
export function stepFrom(step: Step, by: 1 | -1): Step {
  return steps[steps.indexOf(step) + by] ?? step
}

/** What is wrong with a setup, by field, as a key of our texts. */
export type Faults = Readonly<Partial<Record<'threshold1' | 'threshold2', 'thresholdWrong' | 'thresholdOrder'>>>

/** Only who is told by thresholds has to have right ones. */
export function faultsOf({ notifyWhenJobFailed, threshold1, threshold2 }: Setup): Faults {
  if (notifyWhenJobFailed) return {}
  const wrong = (threshold: number) => !Number.isInteger(threshold) || threshold < 0
  return {
    ...(wrong(threshold1) ? { threshold1: 'thresholdWrong' as const } : {}),
    ...(wrong(threshold2)
      ? { threshold2: 'thresholdWrong' as const }
      : threshold2 < threshold1
        ? { threshold2: 'thresholdOrder' as const }
        : {}),
  }
}

/** Whether one may leave `step` for the next. */
export const mayGoOn = (step: Step, draft: Setup) => step !== 'time' || Object.keys(faultsOf(draft)).length === 0

/** Whether anyone is told anything. */
export const tellsAnyone = (setup: Setup) =>
  (setup.notifyUserInitiatingTask || setup.notifyJobQueueAdmin) &&
  (setup.inProductNotification || setup.mailNotification)

/** What of a setup the draft changes. Thresholds that count for nothing are left as they were. */
export function changesOf(setup: Setup, draft: Setup): Partial<Setup> {
  const fields = draft.notifyWhenJobFailed ? asked.filter((field) => !field.startsWith('threshold')) : asked
  return Object.fromEntries(
    fields.filter((field) => setup[field] !== draft[field]).map((field) => [field, draft[field]]),
  )
}

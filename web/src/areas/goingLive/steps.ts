/** The steps of the guided set-up that follow once the store answers, as the server keeps them. */
export const steps = ['Sync', 'Accounts', 'Import', 'VAT', 'Schedules', 'Live'] as const
export type Step = (typeof steps)[number]

export const isStep = (value: unknown): value is Step => steps.some((step) => step === value)

/** The step before or after another; the same, where there is none. */
export const stepFrom = (step: Step, by: 1 | -1): Step => steps[steps.indexOf(step) + by] ?? step

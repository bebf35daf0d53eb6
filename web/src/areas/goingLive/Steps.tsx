import { useNavigate } from '@tanstack/react-router'
import { useCan } from '@/api/session'
import { AccountsStep } from './AccountsStep'
import { comeTo, type Guide, type Shop } from './guide'
import { ImportStep } from './ImportStep'
import { LiveStep } from './LiveStep'
import { SchedulesStep } from './SchedulesStep'
import { stepFrom, type Step } from './steps'
import { SyncStep } from './SyncStep'
import { VatStep } from './VatStep'

type Props = { readonly shop: Shop; readonly guide: Guide; readonly step: Step }

/** What every step needs. */
export type StepProps = {
  readonly shop: Shop
  readonly guide: Guide
  /** Goes to another step, and keeps that the shop is there. */
  readonly go: (step: Step) => Promise<void>
  readonly next: () => Promise<void>
  /** Absent at the first step. */
  readonly back: (() => Promise<void>) | undefined
}

const pages = {
  Sync: SyncStep,
  Accounts: AccountsStep,
  Import: ImportStep,
  VAT: VatStep,
  Schedules: SchedulesStep,
  Live: LiveStep,
} as const satisfies Record<Step, (props: StepProps) => unknown>

/** The step at which a shop is. */
export function Steps({ shop, guide, step }: Props) {
  const navigate = useNavigate()
  const can = useCan()
  const id = shop.id ?? ''
  const go = async (to: Step) => {
    // Who may not change the shop looks at its steps, and leaves it where it is.
    if (can('Shops.Change')) await comeTo(id, to)
    await navigate({ to: '/going-live', search: { shop: id, step: to } })
  }
  const Page = pages[step]
  return (
    <Page
      key={step}
      shop={shop}
      guide={guide}
      go={go}
      next={() => go(stepFrom(step, 1))}
      back={step === 'Sync' ? undefined : () => go(stepFrom(step, -1))}
    />
  )
}

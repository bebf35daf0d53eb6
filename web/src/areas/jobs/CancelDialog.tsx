import { Field, SpinButton } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'

/** How many seconds a run has to stop by itself, unless someone says otherwise; and at most. */
const WITHIN = 30
const LONGEST = 3_600

type Props = { readonly entries: readonly Row<'jobQueueEntries'>[]; readonly onClose: () => void }

/** Asks runs to stop, and says when they are ended if they don't. */
export function CancelDialog({ entries, onClose }: Props) {
  const { t } = useTranslation()
  const [within, setWithin] = useState(WITHIN)
  const submit = async () => {
    for (const { id } of entries) await post(`/jobQueueEntries/${id}/Kobling.cancel`, { within })
    await queries.invalidateQueries({ queryKey: ['jobQueueEntries'] })
  }
  return (
    <FormDialog title={t('jobs.cancelTitle')} confirm={t('jobs.cancelRun')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <p>{t('jobs.cancelText', { count: within })}</p>
          <Field label={t('jobs.cancelWithin')} validationMessage={error('within')}>
            <SpinButton
              min={0}
              max={LONGEST}
              step={5}
              value={within}
              onChange={(_, { value, displayValue }) => setWithin(secondsOf(value, displayValue, within))}
            />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

/** What was stepped to, or typed; what can't be read leaves it as it is. */
function secondsOf(stepped: number | null | undefined, typed: string | undefined, before: number): number {
  const seconds = stepped ?? Number(typed ?? '')
  return Number.isFinite(seconds) ? Math.min(LONGEST, Math.max(0, Math.round(seconds))) : before
}

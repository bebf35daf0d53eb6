import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import type { Batch } from '@/areas/journals/batch'
import { FormDialog } from '@/components/dialog/FormDialog'
import { DateInput } from '@/components/input/DateInput'
import { useNotify } from '@/components/notice/useNotify'

type Props = { readonly batch: Batch; readonly workDate: string; readonly onClose: () => void }

/** Asks what is to be counted. */
export function CalculateDialog({ batch, workDate, onClose }: Props) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [form, setForm] = useState({
    postingDate: workDate,
    documentNumber: '',
    itemNumber: '',
    locationCode: '',
    itemsNotOnInventory: false,
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const submit = async () => {
    const made = await post<{ lines: number }>(`/itemJournalBatches/${batch.id}/Kobling.calculateInventory`, form)
    await queries.invalidateQueries({ queryKey: ['itemJournalLines'] })
    notify.success(t('stock.calculated', { count: made.lines }))
  }
  return (
    <FormDialog
      title={t('stock.calculateInventory')}
      confirm={t('stock.calculate')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          <DateInput
            caption={t('fields.postingDate')}
            value={form.postingDate}
            days={{ today: workDate, workDate }}
            error={error('postingDate')}
            onChange={(postingDate) => set({ postingDate })}
          />
          <Field label={t('fields.documentNumber')} validationMessage={error('documentNumber')}>
            <Input value={form.documentNumber} onChange={(_, { value }) => set({ documentNumber: value })} />
          </Field>
          <Field label={t('fields.itemNumber')} hint={t('stock.filterHint')} validationMessage={error('itemNumber')}>
            <Input value={form.itemNumber} onChange={(_, { value }) => set({ itemNumber: value })} />
          </Field>
          <Field label={t('fields.locationCode')} validationMessage={error('locationCode')}>
            <Input value={form.locationCode} onChange={(_, { value }) => set({ locationCode: value })} />
          </Field>
          <Checkbox
            label={t('stock.itemsNotOnInventory')}
            checked={form.itemsNotOnInventory}
            onChange={(_, { checked }) => set({ itemsNotOnInventory: checked === true })}
          />
        </>
      )}
    </FormDialog>
  )
}

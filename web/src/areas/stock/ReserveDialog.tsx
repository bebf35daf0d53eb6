import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { NumberInput } from '@/components/card/NumberInput'
import { FormDialog } from '@/components/dialog/FormDialog'

type Props = { readonly line: Row<'salesOrderLines'>; readonly onClose: () => void }

/** Asks how many are to be kept for a line of a sales order. */
export function ReserveDialog({ line, onClose }: Props) {
  const { t } = useTranslation()
  const [quantity, setQuantity] = useState<number | null>(null)
  const submit = async () => {
    const body = quantity === null ? {} : { quantity }
    await post(`/salesOrderLines/${line.id}/Kobling.reserve`, body, line['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['salesOrderLines'] })
  }
  return (
    <FormDialog
      title={`${t('stock.reserve')}: ${line.description ?? ''}`}
      confirm={t('stock.reserve')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <Field label={t('fields.quantityBase')} hint={t('stock.reserveHint')} validationMessage={error('quantity')}>
          <NumberInput value={quantity} onChange={setQuantity} />
        </Field>
      )}
    </FormDialog>
  )
}

import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { lookups } from '@/areas/setup/lookups'
import { FormDialog } from '@/components/dialog/FormDialog'
import { Lookup } from '@/components/lookup/Lookup'

type Props = {
  readonly line: Row<'shopifyOrderLines'>
  readonly onClose: () => void
}

/** Asks which item a line of an order is, in which variant and unit. Another item has other variants and units. */
export function OrderLineDialog({ line, onClose }: Props) {
  const { t } = useTranslation()
  const [itemNumber, setItem] = useState(line.itemNumber ?? '')
  const [variantCode, setVariant] = useState(line.variantCode ?? '')
  const [unitOfMeasureCode, setUnit] = useState(line.unitOfMeasureCode ?? '')
  const chooseItem = (number: string) => {
    setItem(number)
    if (number === itemNumber) return
    setVariant('')
    setUnit('')
  }
  const submit = async () => {
    await patch(`/shopifyOrderLines/${line.id}`, { itemNumber, variantCode, unitOfMeasureCode }, line['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['shopifyOrderLines'] })
  }
  return (
    <FormDialog
      title={t('orders.chooseItem', { name: line.description ?? '' })}
      confirm={t('common.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          <Field
            label={t('fields.itemNumber')}
            hint={t('orders.chooseItemHint')}
            validationMessage={error('itemNumber')}
          >
            <Lookup source={lookups.items} value={itemNumber} onChange={chooseItem} />
          </Field>
          <Field label={t('fields.variantCode')} validationMessage={error('variantCode')}>
            <Lookup source={lookups.variantsOf(itemNumber)} value={variantCode} onChange={setVariant} />
          </Field>
          <Field label={t('fields.unitOfMeasureCode')} validationMessage={error('unitOfMeasureCode')}>
            <Lookup source={lookups.unitsOf(itemNumber)} value={unitOfMeasureCode} onChange={setUnit} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

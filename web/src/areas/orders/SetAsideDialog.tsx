import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'

type Props = {
  /** Where the orders are. */
  readonly entity: 'shopifyOrders' | 'shopifyOrdersToImport'
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Asks why orders are set aside. */
export function SetAsideDialog({ entity, ids, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const submit = async () => {
    await post(`/${entity}/Kobling.setAside`, { ids, reason })
    await queries.invalidateQueries({ queryKey: [entity] })
  }
  return (
    <FormDialog title={t('orders.setAsideTitle')} confirm={t('orders.setAside')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <p>{t('orders.setAsideText')}</p>
          <Field label={t('fields.reason')} required validationMessage={error('reason')}>
            <Input value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

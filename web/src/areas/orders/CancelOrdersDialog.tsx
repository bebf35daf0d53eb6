import { Field, Input, Select, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { FormDialog } from '@/components/dialog/FormDialog'
import { optionCaption } from '@/i18n/captions'
import { useRunByShop } from './useRunByShop'

/** Why an order may be cancelled. */
const REASONS = ['Customer', 'Fraud', 'Inventory', 'Declined', 'Staff', 'Other']

type Props = { readonly orders: readonly Row<'shopifyOrders'>[]; readonly onClose: () => void }

/** Asks how orders are to be cancelled in Shopify, and has it done. */
export function CancelOrdersDialog({ orders, onClose }: Props) {
  const { t } = useTranslation()
  const start = useRunByShop()
  const [reason, setReason] = useState('Other')
  const [refund, setRefund] = useState(false)
  const [restock, setRestock] = useState(false)
  const [notifyCustomer, setNotifyCustomer] = useState(false)
  const [staffNote, setStaffNote] = useState('')
  const submit = async () => {
    const options = { reason, refund, restock, notifyCustomer, staffNote }
    await start('/shopifyOrders/Kobling.cancel', orders, t('orders.cancelOrder'), options)
  }
  const names = orders.map(({ shopifyOrderNumber }) => shopifyOrderNumber).join(', ')
  return (
    <FormDialog title={t('orders.cancelTitle')} confirm={t('orders.cancelOrder')} onSubmit={submit} onClose={onClose}>
      {() => (
        <>
          <p>{t('orders.cancelText', { names })}</p>
          <Field label={t('fields.cancelReason')}>
            <Select value={reason} onChange={(_, { value }) => setReason(value)}>
              {REASONS.map((each) => (
                <option key={each} value={each}>
                  {optionCaption(t, each)}
                </option>
              ))}
            </Select>
          </Field>
          <Switch label={t('orders.cancelRefund')} checked={refund} onChange={(_, { checked }) => setRefund(checked)} />
          <Switch
            label={t('orders.cancelRestock')}
            checked={restock}
            onChange={(_, { checked }) => setRestock(checked)}
          />
          <Switch
            label={t('orders.cancelNotify')}
            checked={notifyCustomer}
            onChange={(_, { checked }) => setNotifyCustomer(checked)}
          />
          <Field label={t('orders.staffNote')}>
            <Input maxLength={255} value={staffNote} onChange={(_, { value }) => setStaffNote(value)} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

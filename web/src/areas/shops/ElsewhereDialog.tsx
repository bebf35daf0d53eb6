import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { components } from '@/api/schema'
import { FormDialog } from '@/components/dialog/FormDialog'
import { useNotify } from '@/components/notice/useNotify'

type Props = { readonly shop: Row<'shopifyShops'>; readonly onClose: () => void }

/** As many numbers are told one by one. */
const TOLD = 20

/** Names orders that another system has processed. */
export function ElsewhereDialog({ shop, onClose }: Props) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [orderNumbers, setOrderNumbers] = useState('')
  const [reason, setReason] = useState('')
  const list = (numbers: readonly string[]) =>
    numbers.slice(0, TOLD).join(', ') + (numbers.length > TOLD ? ' \u2026' : '')
  const submit = async () => {
    const path = `/shopifyShops/${shop.id}/Kobling.processedElsewhere`
    const done = await post<components['schemas']['MarkedBody']>(path, { orderNumbers, reason })
    const { marked, unknown, processed } = done
    const told: string[] = [t('shops.elsewhereMarked', { count: marked })]
    if (unknown.length) told.push(t('shops.elsewhereUnknown', { numbers: list(unknown) }))
    if (processed.length) told.push(t('shops.elsewhereProcessed', { numbers: list(processed) }))
    notify.success(told.join(' '))
    await queries.invalidateQueries({ queryKey: ['shopifyOrders'] })
  }
  return (
    <FormDialog title={t('shops.elsewhere')} confirm={t('shops.elsewhereConfirm')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <p>{t('shops.elsewhereText')}</p>
          <Field label={t('shops.orderNumbers')} required validationMessage={error('orderNumbers')}>
            <Textarea rows={8} value={orderNumbers} onChange={(_, { value }) => setOrderNumbers(value)} />
          </Field>
          <Field label={t('fields.reason')} required validationMessage={error('reason')}>
            <Input value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

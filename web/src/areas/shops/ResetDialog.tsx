import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { useSession } from '@/api/session'
import { FormDialog } from '@/components/dialog/FormDialog'
import { DateInput } from '@/components/input/DateInput'
import { useNotify } from '@/components/notice/useNotify'

type Props = { readonly shop: Row<'shopifyShops'>; readonly onClose: () => void }

/** Asks from when on the store's orders are read again. */
export function ResetDialog({ shop, onClose }: Props) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { workDate } = useSession()
  const [from, setFrom] = useState('')
  const submit = async () => {
    await post(`/shopifyShops/${shop.id}/Kobling.resetOrders`, from ? { from } : {})
    notify.success(t('shops.resetDone'))
  }
  return (
    <FormDialog title={t('shops.reset')} confirm={t('shops.resetConfirm')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <p>{t('shops.resetText')}</p>
          <DateInput
            caption={t('shops.resetFrom')}
            value={from}
            onChange={setFrom}
            days={{ today: workDate, workDate }}
            error={error('from')}
          />
        </>
      )}
    </FormDialog>
  )
}

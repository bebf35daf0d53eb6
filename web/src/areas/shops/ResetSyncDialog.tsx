import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { useSession } from '@/api/session'
import { FormDialog } from '@/components/dialog/FormDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DateTimeInput } from '@/components/input/DateTimeInput'
import { useNotify } from '@/components/notice/useNotify'
import { useFormat } from '@/i18n/format'
import { lastSyncsQuery, recordsOf, type Resettable } from './lastSyncs'

type Props = { readonly shop: Row<'shopifyShops'>; readonly kind: Resettable; readonly onClose: () => void }

/** Asks from when on records of one kind are read again. It begins with how far they have been read. */
export function ResetSyncDialog({ shop, kind, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const { workDate, company } = useSession()
  const id = shop.id ?? ''
  const { data, error } = useQuery(lastSyncsQuery(id))
  const last = data?.find((one) => one.kind === kind)?.lastSyncDateTime ?? ''
  const [entered, setEntered] = useState<string>()
  const from = entered ?? last
  const submit = async () => {
    await post(`/shopifyShops/${id}/Kobling.resetSync`, { kind, ...(from ? { from } : {}) })
    notify.success(t('shops.resetDone'))
  }
  const title = t('shops.resetOf', { records: t(`shops.records_${recordsOf(kind)}`) })
  return (
    <FormDialog title={title} confirm={t('shops.resetConfirm')} onSubmit={submit} onClose={onClose}>
      {(refused) => (
        <>
          <p>{t('shops.resetAsk')}</p>
          {error && <ErrorMessage error={error} />}
          {!data && !error && <Spinner label={t('common.loading')} />}
          {data && (
            <>
              <p>{last ? t('shops.resetNow', { time: format.exact(last) }) : t('shops.resetNever')}</p>
              <DateTimeInput
                caption={t('shops.resetFrom')}
                value={from}
                onChange={setEntered}
                days={{ today: workDate, workDate }}
                zone={company.timeZone}
                error={refused('from')}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}

import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { useRecords } from '@/api/record'
import { useStarted, type Started } from '@/areas/jobs/started'
import { FormDialog } from '@/components/dialog/FormDialog'

type Props = { readonly ids: readonly string[]; readonly names: string; readonly onClose: () => void }

/** Asks to the store of which shop customers are added, and has it done. */
export function AddToShopifyDialog({ ids, names, onClose }: Props) {
  const { t } = useTranslation()
  const tell = useStarted()
  const { data } = useRecords('shopifyShops', { $filter: 'enabled eq true', $orderby: 'code' })
  const shops = data?.value.flatMap(({ code }) => code ?? []) ?? []
  const [chosen, setChosen] = useState('')
  const shopCode = chosen || (shops[0] ?? '')
  const submit = async () => {
    tell(await post<Started>('/customers/Kobling.addToShopify', { shopCode, ids }), t('tasks.t30112'))
  }
  return (
    <FormDialog title={t('tasks.t30112')} confirm={t('tasks.t30112')} onSubmit={submit} onClose={onClose}>
      {() => (
        <>
          <p>{names}</p>
          <Field
            label={t('request.shop')}
            validationMessage={data && shops.length === 0 ? t('request.noShop') : undefined}
          >
            <Select value={shopCode} onChange={(_, { value }) => setChosen(value)}>
              {shops.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </FormDialog>
  )
}

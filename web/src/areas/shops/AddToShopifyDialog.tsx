import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { useStarted, type Started } from '@/areas/jobs/started'
import { FormDialog } from '@/components/dialog/FormDialog'
import { enabledShopsQuery } from '@/components/request/shops'

type Props = {
  readonly entity: 'customers' | 'items'
  readonly caption: string
  readonly ids: readonly string[]
  readonly names: string
  readonly onClose: () => void
}

/** Asks to the store of which shop customers or items are added, and has it done. */
export function AddToShopifyDialog({ entity, caption, ids, names, onClose }: Props) {
  const { t } = useTranslation()
  const tell = useStarted()
  const { data: shops } = useQuery(enabledShopsQuery)
  const [chosen, setChosen] = useState<string>()
  const shopCode = chosen ?? shops?.[0]?.code ?? ''
  const submit = async () => {
    tell(await post<Started>(`/${entity}/Kobling.addToShopify`, { shopCode, ids }), caption)
  }
  return (
    <FormDialog title={caption} confirm={caption} onSubmit={submit} onClose={onClose}>
      {() => (
        <>
          <p>{names}</p>
          <Field label={t('request.shop')} validationMessage={shops?.length === 0 ? t('request.noShop') : undefined}>
            <Select value={shopCode} onChange={(_, { value }) => setChosen(value)}>
              {shops?.map(({ code }) => (
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

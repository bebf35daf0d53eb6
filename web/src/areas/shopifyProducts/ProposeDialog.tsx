import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'
import { useNotify } from '@/components/notice/useNotify'
import { enabledShopsQuery } from '@/components/request/shops'
import { useWords } from './words'

/** Asks of which shop mappings are to be proposed. */
export function ProposeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const notify = useNotify()
  const { data: shops = [] } = useQuery(enabledShopsQuery)
  const [chosen, setChosen] = useState<string>()
  const shop = chosen ?? shops[0]?.code ?? ''
  const submit = async () => {
    const path = '/shopifyProductMatches/Kobling.propose'
    const { proposed, unknown } = await post<{ proposed: number; unknown: number }>(path, { shop })
    await queries.invalidateQueries({ queryKey: ['shopifyProductMatches'] })
    notify.success(words('proposed', { proposed, unknown }))
  }
  return (
    <FormDialog title={words('propose')} confirm={words('propose')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <Field label={t('fields.shopCode')} hint={words('proposeHint')} validationMessage={error('shop')}>
          <Select value={shop} onChange={(_, { value }) => setChosen(value)}>
            {shops.map(({ code }) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </Field>
      )}
    </FormDialog>
  )
}

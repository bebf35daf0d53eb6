import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'

type Props = { readonly shop: Row<'shopifyShops'>; readonly onClose: () => void }

/** Gives a shop another token, and another address if it has moved. */
export function Reconnect({ shop, onClose }: Props) {
  const { t } = useTranslation()
  const [token, setToken] = useState('')
  const [adminUrl, setAdminUrl] = useState(shop.adminUrl ?? '')
  const submit = async () => {
    const moved = adminUrl && adminUrl !== shop.adminUrl
    const body = moved ? { token, adminUrl } : { token }
    await post(`/shopifyShops/${shop.id}/Kobling.connect`, body, shop['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
  }
  return (
    <FormDialog title={t('shops.reconnect')} confirm={t('shops.connect')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <Field label={t('shops.token')} hint={t('shops.tokenHint')} required validationMessage={error('token')}>
            <Input type="password" autoComplete="off" value={token} onChange={(_, { value }) => setToken(value)} />
          </Field>
          <Field label={t('fields.adminUrl')} validationMessage={error('adminUrl')}>
            <Input value={adminUrl} onChange={(_, { value }) => setAdminUrl(value)} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

import { Field, Input } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'

/** Connects a shop: its code, its address and its token. */
export function NewShop({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [shop, setShop] = useState({ code: '', domain: '', token: '', adminUrl: '' })
  const set = (part: Partial<typeof shop>) => setShop({ ...shop, ...part })
  const submit = async () => {
    const { adminUrl, ...rest } = shop
    const made = await post<Row<'shopifyShops'>>('/shopifyShops', adminUrl ? { ...rest, adminUrl } : rest)
    await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
    await navigate({ to: `/shops/${made.id}` })
  }
  return (
    <FormDialog title={t('shops.newTitle')} confirm={t('shops.connect')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <Field label={t('fields.code')} required validationMessage={error('code')}>
            <Input value={shop.code} maxLength={20} onChange={(_, { value }) => set({ code: value.toUpperCase() })} />
          </Field>
          <Field label={t('fields.domain')} hint={t('shops.domainHint')} required validationMessage={error('domain')}>
            <Input value={shop.domain} onChange={(_, { value }) => set({ domain: value })} />
          </Field>
          <Field label={t('shops.token')} hint={t('shops.tokenHint')} required validationMessage={error('token')}>
            <Input
              type="password"
              autoComplete="off"
              value={shop.token}
              onChange={(_, { value }) => set({ token: value })}
            />
          </Field>
          <Field label={t('fields.adminUrl')} hint={t('shops.adminUrlHint')} validationMessage={error('adminUrl')}>
            <Input value={shop.adminUrl} onChange={(_, { value }) => set({ adminUrl: value })} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

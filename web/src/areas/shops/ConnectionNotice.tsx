import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { useRun } from '@/components/action/useRun'
import { useConfirm } from '@/components/dialog/useConfirm'

type Props = { readonly shop: Row<'shopifyShops'> }

/** What keeps a shop from its store, and how that is mended. */
export function ConnectionNotice({ shop }: Props) {
  const { t } = useTranslation()
  const can = useCan()('Shops.Change')
  const navigate = useNavigate()
  const bind = useBind(shop)
  const reconnect = () => void navigate({ to: '/connect-shop', search: { shop: shop.id ?? '' } })
  if (shop.connection === 'Other Installation') {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('shops.otherTitle')}</MessageBarTitle> {t('shops.otherText')}
        </MessageBarBody>
        <MessageBarActions>{can && <Button onClick={bind}>{t('shops.bind')}</Button>}</MessageBarActions>
      </MessageBar>
    )
  }
  if (shop.connection === 'Not Connected') {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('shops.lostTitle')}</MessageBarTitle> {shop.connectionMessage}
        </MessageBarBody>
        <MessageBarActions>{can && <Button onClick={reconnect}>{t('shops.reconnect')}</Button>}</MessageBarActions>
      </MessageBar>
    )
  }
  if (!shop.missingScopes) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('shops.lacksTitle')}</MessageBarTitle> {t('shops.lacks', { scopes: shop.missingScopes })}
      </MessageBarBody>
    </MessageBar>
  )
}

/** Makes this installation the one that syncs the shop, after a question. */
function useBind(shop: Row<'shopifyShops'>) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { run } = useRun()
  const bind = async () => {
    const question = { title: t('shops.bindTitle'), text: t('shops.bindText'), confirm: t('shops.bind') }
    if (!(await confirm(question))) return
    await post(`/shopifyShops/${shop.id}/Kobling.bind`, undefined, shop['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['shopifyShops'] })
  }
  return () => run({ key: 'bind', run: bind })
}

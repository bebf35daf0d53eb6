import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useFormat } from '@/i18n/format'

/** What is to be known of the version of Shopify's API that a shop is asked for. */
export function VersionNotice({ shop }: { readonly shop: Row<'shopifyShops'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { servedApiVersion: served, shopifyAdminApiVersion: asked = '', apiVersionState: state } = shop
  const date = shop.updateApiVersionBefore ? format.date(shop.updateApiVersionBefore) : ''
  if (served) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('shops.servedTitle')}</MessageBarTitle> {t('shops.served', { served, asked })}
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (state !== 'Ends Soon' && state !== 'Ended') return null
  const text = state === 'Ended' ? t('shops.versionEnded', { asked, date }) : t('shops.versionEnds', { asked, date })
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('shops.versionTitle')}</MessageBarTitle> {text}
      </MessageBarBody>
    </MessageBar>
  )
}

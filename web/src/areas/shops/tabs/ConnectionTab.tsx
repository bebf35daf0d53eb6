import { useTranslation } from 'react-i18next'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** How the shop stands with its store. */
export function ConnectionTab() {
  const { t } = useTranslation()
  const { connectionType = '' } = useShopDraft()
  return (
    <FastTab
      title="connection"
      closed
      summary={optionCaption(t, connectionType)}
      more={<ShopField name="installationId" readOnly />}
    >
      <ShopField name="connection" readOnly />
      <ShopField name="connectionType" readOnly />
      <ShopField name="grantedScopes" readOnly />
      <ShopField name="missingScopes" readOnly />
    </FastTab>
  )
}

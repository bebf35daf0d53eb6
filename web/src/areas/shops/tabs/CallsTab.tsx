import { useTranslation } from 'react-i18next'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** Which calls to the store are written down, and which version of its API is asked. */
export function CallsTab() {
  const { t } = useTranslation()
  const { loggingMode = '' } = useShopDraft()
  return (
    <FastTab
      title="calls"
      closed
      summary={optionCaption(t, loggingMode)}
      more={
        <>
          <ShopField name="apiVersion" />
          <ShopField name="servedApiVersion" readOnly />
          <ShopField name="apiVersionState" readOnly />
        </>
      }
    >
      <ShopField name="loggingMode" />
      <ShopField name="keepPersonalDataInLog" readOnly={loggingMode === 'Disabled'} />
      <ShopField name="logRetentionDays" />
      <ShopField name="shopifyAdminApiVersion" readOnly />
      <ShopField name="updateApiVersionBefore" readOnly />
    </FastTab>
  )
}

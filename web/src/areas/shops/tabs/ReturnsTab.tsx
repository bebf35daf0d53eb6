import { useTranslation } from 'react-i18next'
import { lookups } from '@/areas/setup/lookups'
import { FastTab } from '@/components/card/FastTab'
import { optionCaption } from '@/i18n/captions'
import { ShopField } from '../ShopField'
import { useShopDraft } from '../useShopDraft'

/** What becomes of what is paid back and of what comes back. */
export function ReturnsTab() {
  const { t } = useTranslation()
  const { returnAndRefundProcess = '' } = useShopDraft()
  return (
    <FastTab title="returnProcessing" closed summary={optionCaption(t, returnAndRefundProcess)}>
      <ShopField name="returnAndRefundProcess" />
      <ShopField name="processReturnsAs" />
      <ShopField name="returnLocationPriority" />
      <ShopField name="returnLocation" lookup={lookups.locations} />
      <ShopField name="refundAccountNonRestockItems" lookup={lookups.accounts} />
      <ShopField name="refundAccount" lookup={lookups.accounts} />
    </FastTab>
  )
}

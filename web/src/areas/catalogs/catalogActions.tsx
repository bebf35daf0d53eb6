import { ArrowSwap20Regular, Options20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { taskCaption } from '@/i18n/captions'

const SYNC_CATALOGS = 30115
const SYNC_CATALOG_PRICES = 30116

/** What may be done with catalogs: read them, bring their prices in step, and say by which line of one they come. */
export function useCatalogActions(catalogs: readonly Row<'shopifyCatalogs'>[]): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const catalog = catalogs.length === 1 ? catalogs[0] : undefined
  const shop = catalogs[0]?.shopCode
  const request = (objectId: number): Action => ({
    key: `request${objectId}`,
    caption: t('shops.withOptions', { name: taskCaption(t, objectId, '') }),
    icon: <Options20Regular />,
    group: t('shops.requestPages'),
    permission: 'Synchronization.Run',
    run: () => navigate({ to: `/tasks/${objectId}`, search: (shop ? { shop } : {}) as never }),
  })
  const prices = useSyncEverywhere('catalogPrices', catalogs)
  const read = useSyncEverywhere('catalogs', catalogs)
  const takeOver = async () => {
    if (!catalog) return
    const title = t('catalogs.takeOverTitle', { company: catalog.companyName ?? '' })
    if (!(await confirm({ title, text: t('catalogs.takeOverText'), confirm: t('catalogs.takeOver') }))) return
    await post(`/shopifyCatalogs/${catalog.id}/Kobling.takeOverPrices`, undefined, catalog['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['shopifyCatalogs'] })
    await queries.invalidateQueries({ queryKey: ['shopifyCatalogPrices'] })
  }
  return [
    ...prices,
    ...read,
    request(SYNC_CATALOG_PRICES),
    request(SYNC_CATALOGS),
    {
      key: 'takeOver',
      caption: t('catalogs.takeOver'),
      icon: <ArrowSwap20Regular />,
      permission: 'Synchronization.Change',
      disabled: !catalog || catalog.catalogType !== 'Company' || catalog.syncPrices === true,
      run: takeOver,
    },
  ]
}

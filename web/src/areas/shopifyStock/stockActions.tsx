import { ArrowDownload20Regular, ArrowUpload20Regular, Options20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import type { components } from '@/api/schema'
import { useStarted } from '@/areas/jobs/started'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'
import { enabledShopsQuery } from '@/components/request/shops'
import { taskCaption } from '@/i18n/captions'

const SYNC_STOCK = 30102
type Begun = components['schemas']['StockBegunBody']
type How = 'Push Ours' | 'Take Over as Opening Stock'

/** What may be done about stock: send it, compare it, and say at first whose numbers are right. */
export function useStockActions(rows: readonly { readonly shopCode?: string }[]): readonly Action[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const notify = useNotify()
  const tell = useStarted()
  const sync = useSyncEverywhere('stock', rows)
  const shop = rows[0]?.shopCode
  const task: number = SYNC_STOCK
  const begin = async (how: How) => {
    const shops = await queries.fetchQuery(enabledShopsQuery)
    const chosen = new Set(rows.map(({ shopCode }) => shopCode))
    const asked = shops.filter(({ code }) => chosen.size === 0 || chosen.has(code))
    const names = asked.map(({ code }) => code).join(', ')
    const [title, text, verb] =
      how === 'Push Ours'
        ? ([t('stock.pushTitle', { shops: names }), t('stock.pushText'), t('stock.pushOurs')] as const)
        : ([t('stock.takeOverTitle', { shops: names }), t('stock.takeOverText'), t('stock.takeOver')] as const)
    if (!(await confirm({ title, text, confirm: verb }))) return
    for (const { id, code } of asked) {
      try {
        const begun = await post<Begun>(`/shopifyShops/${id}/Kobling.beginStockSync`, { how })
        notify.success(t('stock.begun', { shop: code, locations: begun.locations, posted: begun.posted }))
        for (const left of begun.left) notify.failure(new Error(left))
        if (begun.started) tell(begun.started as Parameters<typeof tell>[0], taskCaption(t, SYNC_STOCK, ''))
      } catch (error) {
        // What one shop refuses the others may do.
        notify.failure(error)
      }
    }
    await queries.invalidateQueries({ queryKey: ['shopifyInventory'] })
    await queries.invalidateQueries({ queryKey: ['shopifyLocations'] })
  }
  return [
    ...sync,
    {
      key: 'pushOurs',
      caption: t('stock.pushOurs'),
      icon: <ArrowUpload20Regular />,
      group: t('stock.firstTime'),
      permission: 'Synchronization.Run',
      run: () => begin('Push Ours'),
    },
    {
      key: 'takeOver',
      caption: t('stock.takeOver'),
      icon: <ArrowDownload20Regular />,
      group: t('stock.firstTime'),
      permission: 'Synchronization.Run',
      run: () => begin('Take Over as Opening Stock'),
    },
    {
      key: 'request',
      caption: t('shops.withOptions', { name: taskCaption(t, SYNC_STOCK, '') }),
      icon: <Options20Regular />,
      group: t('shops.requestPages'),
      permission: 'Synchronization.Run',
      run: () => navigate({ to: `/tasks/${task}`, search: (shop ? { shop } : {}) as never }),
    },
    {
      key: 'drifts',
      caption: t('pages.stockDrifts'),
      group: t('stock.compared'),
      run: () => navigate({ to: '/stock-drifts' }),
    },
  ]
}

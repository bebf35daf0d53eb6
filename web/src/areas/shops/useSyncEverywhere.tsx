import { ArrowSync20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { syncActionsQuery } from '@/api/syncActions'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'
import { useNotify } from '@/components/notice/useNotify'
import { enabledShopsQuery } from '@/components/request/shops'
import { shopsOf, type Chosen } from './chosenByShop'
import { syncCaption } from './syncCaption'
import { useShopsOfList } from './useShopsOfList'

/**
 * A sync on a list of what it brings, by its name, as `products`: for the shops of what is selected, else for those to
 * which the list is filtered, else for every enabled shop, each by itself. Nothing, where this installation has no such
 * sync.
 */
export function useSyncEverywhere(name: string, selected: readonly Chosen[]): readonly Action[] {
  const { t } = useTranslation()
  const tell = useStarted()
  const notify = useNotify()
  const shopsOfList = useShopsOfList()
  const { data: syncs = [] } = useQuery(syncActionsQuery)
  const sync = syncs.find((one) => one.name === name)
  if (!sync) return []
  const caption = syncCaption(t, sync)
  const run = async () => {
    const shops = selected.length > 0 ? await queries.fetchQuery(enabledShopsQuery) : await shopsOfList()
    for (const { id, code } of shopsOf(shops, selected)) {
      try {
        const started = await post<Started>(`/shopifyShops/${id}/Kobling.sync`, { action: name })
        tell(started, shops.length > 1 ? `${caption} \u00b7 ${code}` : caption)
      } catch (error) {
        // What one shop refuses the others may do.
        notify.failure(error)
      }
    }
  }
  return [{ key: `sync-${name}`, caption, icon: <ArrowSync20Regular />, permission: 'Synchronization.Run', run }]
}

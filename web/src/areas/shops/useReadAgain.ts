import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { useStarted, type Started } from '@/areas/jobs/started'
import { enabledShopsQuery } from '@/components/request/shops'
import { taskCaption } from '@/i18n/captions'
import { chosenByShop, type Chosen } from './chosenByShop'

/** Has a task read chosen records again, which it filters by `field`: each in its own store, and once. */
export function useReadAgain(objectId: number, field: string) {
  const { t } = useTranslation()
  const tell = useStarted()
  return async <R extends Chosen>(chosen: readonly R[], idOf: (record: R) => number | undefined) => {
    const shops = await queries.fetchQuery(enabledShopsQuery)
    for (const [{ id, code }, records] of chosenByShop(shops, chosen)) {
      const body = { object: objectId, options: {}, filters: { [field]: records.map(idOf).join('|') } }
      tell(await post<Started>(`/shopifyShops/${id}/Kobling.sync`, body), taskCaption(t, objectId, code))
    }
  }
}

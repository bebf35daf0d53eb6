import type { TFunction } from 'i18next'
import type { SyncAction } from '@/api/syncActions'
import { taskCaption } from '@/i18n/captions'

/** What a sync is called: as its task, but where one task does two things. */
export const syncCaption = (t: TFunction, { name, objectId, caption }: SyncAction) =>
  name === 'prices' ? t('shops.syncPrices') : taskCaption(t, objectId, caption)

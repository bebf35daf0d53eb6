import { ArrowClockwise20Regular, Checkmark20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'

/** What a person says of changes in Shopify whose answers were lost. */
export function useChangeActions(changes: readonly Row<'shopifyChanges'>[]): readonly Action[] {
  const { t } = useTranslation()
  const waiting = changes.filter(({ state }) => state === 'For a Person')
  const say = async (what: 'wasDone' | 'sendAgain') => {
    for (const { id, '@odata.etag': etag } of waiting) {
      await post(`/shopifyChanges/${id}/Kobling.${what}`, undefined, etag)
    }
  }
  return [
    {
      key: 'wasDone',
      caption: t('orders.wasDone'),
      icon: <Checkmark20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: waiting.length === 0,
      run: () => say('wasDone'),
    },
    {
      key: 'sendAgain',
      caption: t('orders.sendAgain'),
      icon: <ArrowClockwise20Regular />,
      permission: 'Synchronization.Run',
      disabled: waiting.length === 0,
      run: () => say('sendAgain'),
    },
  ]
}

import { ArrowSync20Regular, BookAdd20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { components } from '@/api/schema'
import type { Action } from '@/components/action/action'
import { useNotify } from '@/components/notice/useNotify'

type Suggested = components['schemas']['SuggestedJournalBody']

/** What may be done with payouts: with those selected, or with that of the card. */
export function usePayoutActions(payouts: readonly Row<'shopifyPayouts'>[]): readonly Action[] {
  const { t } = useTranslation()
  const notify = useNotify()
  const navigate = useNavigate()
  const suggest = async () => {
    const ids = payouts.map(({ id }) => id)
    const { payouts: count, refused } = await post<Suggested>('/shopifyPayouts/Kobling.suggestJournal', { ids })
    await queries.invalidateQueries({ queryKey: ['shopifyPayouts'] })
    await queries.invalidateQueries({ queryKey: ['journalLines'] })
    const link = { caption: t('payouts.toJournal'), to: '/journals/general' }
    notify.success(t('payouts.suggested', { count }), link)
    if (refused.length) notify.failure(new Error(refused.map(({ reason }) => reason).join(' ')))
  }
  return [
    {
      key: 'suggestJournal',
      caption: t('payouts.suggestJournal'),
      icon: <BookAdd20Regular />,
      primary: true,
      permission: 'BackOffice.Change',
      disabled: payouts.length === 0,
      run: suggest,
    },
    {
      key: 'sync',
      caption: t('tasks.t30105'),
      icon: <ArrowSync20Regular />,
      permission: 'Synchronization.Run',
      run: () => navigate({ to: '/tasks/$objectId', params: { objectId: '30105' } }),
    },
  ]
}

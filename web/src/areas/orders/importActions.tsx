import { ArrowDownload20Regular, NextFrame20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useAsideActions } from './asideActions'
import { useRunByShop } from './useRunByShop'

const ENTITY = 'shopifyOrdersToImport'

/** What may be done with orders to import: import them, one run for each of their shops, or leave them out. */
export function useImportActions(orders: readonly Row<typeof ENTITY>[]): readonly Action[] {
  const { t } = useTranslation()
  const start = useRunByShop()
  const aside = useAsideActions(ENTITY, orders)
  const run = () => start(`/${ENTITY}/Kobling.import`, orders, t('orders.importSelected'))
  const open = orders.flatMap(({ id, setAside }) => (id && !setAside ? [id] : []))
  const skip = async () => {
    await post(`/${ENTITY}/Kobling.skip`, { ids: open })
    await queries.invalidateQueries({ queryKey: [ENTITY] })
  }
  return [
    {
      key: 'import',
      caption: t('orders.importSelected'),
      icon: <ArrowDownload20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: orders.length === 0,
      run,
    },
    {
      key: 'skip',
      caption: t('orders.skipUntilChanged'),
      icon: <NextFrame20Regular />,
      permission: 'Synchronization.Run',
      disabled: open.length === 0,
      run: skip,
    },
    ...aside,
  ]
}

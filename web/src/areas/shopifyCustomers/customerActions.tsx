import { ArrowDownload20Regular, LinkDismiss20Regular, PersonLink20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useStarted, type Started } from '@/areas/jobs/started'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { enabledShopsQuery } from '@/components/request/shops'
import { taskCaption } from '@/i18n/captions'
import { MapDialog } from './MapDialog'
import { nameOf } from './nameOf'
import { useWords } from './words'

const ENTITY = 'shopifyCustomers'
const SYNC_CUSTOMERS = 30100

/** What may be done with customers of Shopify: they are mapped, unlinked, or read again. */
export function useCustomersActions(customers: readonly Row<typeof ENTITY>[]): readonly Action[] {
  const { t } = useTranslation()
  const words = useWords()
  const dialog = useDialog()
  const confirm = useConfirm()
  const tell = useStarted()
  const synchronize = useSyncEverywhere('customers', [])
  const customer = customers.length === 1 ? customers[0] : undefined

  const sync = async (filters: Readonly<Record<string, string>>) => {
    for (const { id, code } of await queries.fetchQuery(enabledShopsQuery)) {
      const body = { object: SYNC_CUSTOMERS, options: {}, filters }
      tell(await post<Started>(`/shopifyShops/${id}/Kobling.sync`, body), taskCaption(t, SYNC_CUSTOMERS, code))
    }
  }
  const unlink = async () => {
    if (!customer) return
    const sure = await confirm({
      title: words('unlinkTitle', { name: nameOf(customer), number: customer.customerNumber ?? '' }),
      text: words('unlinkText'),
      confirm: words('unlink'),
    })
    if (!sure) return
    await post(`/${ENTITY}/${customer.id}/Kobling.map`, { customerNumber: '' }, customer['@odata.etag'])
    await queries.invalidateQueries({ queryKey: [ENTITY] })
  }
  const ids = customers.map(({ shopifyCustomerId }) => shopifyCustomerId).join('|')
  return [
    {
      key: 'map',
      caption: words('map'),
      icon: <PersonLink20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: !customer,
      run: () => customer && dialog((close) => <MapDialog customer={customer} onClose={close} />),
    },
    {
      key: 'unlink',
      caption: words('unlink'),
      icon: <LinkDismiss20Regular />,
      permission: 'Synchronization.Run',
      disabled: !customer?.customerNumber,
      run: unlink,
    },
    {
      key: 'read',
      caption: words('readAgain'),
      icon: <ArrowDownload20Regular />,
      permission: 'Synchronization.Run',
      disabled: customers.length === 0,
      run: () => sync({ 'ShopifyCustomer.shopifyCustomerId': ids }),
    },
    ...synchronize,
  ]
}

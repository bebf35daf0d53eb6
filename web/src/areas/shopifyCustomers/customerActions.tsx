import { ArrowDownload20Regular, LinkDismiss20Regular, PersonLink20Regular } from '@fluentui/react-icons'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useReadAgain } from '@/areas/shops/useReadAgain'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { MapDialog } from './MapDialog'
import { nameOf } from './nameOf'
import { useWords } from './words'

const ENTITY = 'shopifyCustomers'
const SYNC_CUSTOMERS = 30100

/** What may be done with customers of Shopify: they are mapped, unlinked, or read again. */
export function useCustomersActions(customers: readonly Row<typeof ENTITY>[]): readonly Action[] {
  const words = useWords()
  const dialog = useDialog()
  const confirm = useConfirm()
  const readAgain = useReadAgain(SYNC_CUSTOMERS, 'ShopifyCustomer.shopifyCustomerId')
  const synchronize = useSyncEverywhere('customers', customers)
  const customer = customers.length === 1 ? customers[0] : undefined

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
      run: () => readAgain(customers, ({ shopifyCustomerId }) => shopifyCustomerId),
    },
    ...synchronize,
  ]
}

import {
  ArrowDownload20Regular,
  BoxEdit20Regular,
  Delete20Regular,
  Edit20Regular,
  LinkSquare20Regular,
  Search20Regular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { ApiError, post, remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useReadAgain } from '@/areas/shops/useReadAgain'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { useNotify } from '@/components/notice/useNotify'
import { EditDialog } from './EditDialog'
import { MapDialog } from './MapDialog'
import { useWords } from './words'

const ENTITY = 'shopifyProducts'
const SYNC_PRODUCTS = 30108

/**
 * What may be done with products: they are mapped, looked for, made to items, read again, or deleted; a card is left when its
 * product is gone.
 */
export function useProductsActions(
  products: readonly Row<typeof ENTITY>[],
  leave?: () => Promise<void>,
): readonly Action[] {
  const { t } = useTranslation()
  const words = useWords()
  const dialog = useDialog()
  const confirm = useConfirm()
  const notify = useNotify()
  const readAgain = useReadAgain(SYNC_PRODUCTS, 'ShopifyProduct.shopifyProductId')
  const sync = useSyncEverywhere('products', products)
  const product = products.length === 1 ? products[0] : undefined
  const ids = products.flatMap(({ id }) => (id ? [id] : []))

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: [ENTITY] })
    await queries.invalidateQueries({ queryKey: ['shopifyVariants'] })
  }
  const find = async () => {
    const { changed } = await post<{ changed: number }>(`/${ENTITY}/Kobling.findMappings`, { ids })
    await refresh()
    notify.success(words('found', { count: changed }))
  }
  const create = async () => {
    const sure = await confirm({
      title: words('createTitle'),
      text: words('createText'),
      confirm: words('createItems'),
    })
    if (!sure) return
    const path = `/${ENTITY}/Kobling.createItems`
    const { created, failed } = await post<{ created: number; failed: number }>(path, { ids })
    await refresh()
    if (created > 0) notify.success(words('made', { count: created }))
    if (failed > 0) notify.failure(new ApiError(409, 'NotMade', words('notMade', { count: failed }), `POST ${path}`))
  }
  const deleteAll = async () => {
    const sure = await confirm({
      title: words('removeTitle', { count: products.length }),
      text: words('removeText'),
      confirm: t('common.delete'),
      danger: true,
    })
    if (!sure) return
    for (const { id, '@odata.etag': etag } of products) await remove(`/${ENTITY}/${id}`, etag)
    await leave?.()
    await refresh()
  }
  const map = () =>
    product &&
    dialog((close) => (
      <MapDialog
        title={words('mapProduct', { name: product.title ?? '' })}
        confirm={words('map')}
        hint={words('mapHint')}
        path={`/${ENTITY}/${product.id}/Kobling.map`}
        etag={product['@odata.etag']}
        item={product.itemNumber ?? ''}
        onClose={close}
      />
    ))
  const common = { permission: 'Synchronization.Run', disabled: ids.length === 0 } as const
  return [
    {
      key: 'map',
      caption: words('map'),
      icon: <LinkSquare20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: !product,
      run: map,
    },
    { key: 'find', caption: words('findMappings'), icon: <Search20Regular />, ...common, run: find },
    {
      key: 'create',
      caption: words('createItems'),
      icon: <BoxEdit20Regular />,
      permission: 'BackOffice.Change',
      disabled: ids.length === 0,
      run: create,
    },
    {
      key: 'edit',
      caption: words('edit'),
      icon: <Edit20Regular />,
      permission: 'Synchronization.Change',
      disabled: !product,
      run: () => product && dialog((close) => <EditDialog product={product} onClose={close} />),
    },
    {
      key: 'read',
      caption: words('readAgain'),
      icon: <ArrowDownload20Regular />,
      ...common,
      run: () => readAgain(products, ({ shopifyProductId }) => shopifyProductId),
    },
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'Synchronization.Change',
      disabled: ids.length === 0,
      run: deleteAll,
    },
    ...sync,
  ]
}

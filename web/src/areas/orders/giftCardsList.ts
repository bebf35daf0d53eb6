import { useGetFromShopify } from '@/areas/setup/useGetFromShopify'
import { defineList } from '@/components/list/definition'

export const giftCardsList = defineList({
  entity: 'shopifyGiftCards',
  caption: 'shopifyGiftCards',
  sort: 'giftCardId desc',
  open: ({ id }) => `/gift-cards/${id}`,
  columns: [
    { field: 'lastCharacters', width: 140, narrow: 'detail', link: ({ id }) => `/gift-cards/${id}` },
    { field: 'giftCardId', width: 160, narrow: 'title', text: ({ giftCardId }) => (giftCardId ? `${giftCardId}` : '') },
    { field: 'amount', width: 120, amount: true },
    { field: 'knownUsedAmount', width: 180, amount: true, narrow: 'end' },
    { field: 'balance', width: 120, amount: true },
    { field: 'balanceReadAt', width: 150 },
    { field: 'shopifyOrderNumber', width: 150 },
    { field: 'enabled', hidden: true },
    { field: 'shopCode', width: 110 },
    { field: 'orderLineId', hidden: true },
    { field: 'piece', hidden: true },
    { field: 'store', hidden: true },
  ],
  useActions: () => useGetFromShopify('shopifyGiftCards', 'getGiftCards'),
  empty: 'emptyGiftCards',
  permission: 'Synchronization.Read',
})

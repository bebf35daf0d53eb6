import { defineColumns, defineList } from '@/components/list/definition'
import { useTransactionActions } from './transactionActions'

export const paymentTransactionsList = defineList({
  entity: 'shopifyPaymentTransactions',
  caption: 'shopifyPaymentTransactions',
  sort: 'processedAt desc',
  columns: [
    { field: 'shopifyTransactionId', width: 160, narrow: 'title' },
    { field: 'processedAt', width: 146, narrow: 'detail' },
    { field: 'description', width: 180 },
    { field: 'group', caption: 'transactionGroup', width: 120 },
    { field: 'amount', width: 120, amount: true, narrow: 'end' },
    { field: 'fee', width: 100, amount: true },
    { field: 'netAmount', width: 120, amount: true },
    { field: 'currency', width: 90 },
    { field: 'shopifyOrderNumber', width: 150 },
    { field: 'shopifyPayoutId', width: 150 },
    { field: 'shopCode', width: 110 },
    { field: 'payoutStatus', hidden: true },
    { field: 'type', hidden: true },
    { field: 'test', hidden: true },
    { field: 'adjustmentReason', hidden: true },
    { field: 'sourceType', hidden: true },
    { field: 'sourceId', hidden: true },
    { field: 'sourceOrderTransactionId', hidden: true },
    { field: 'sourceOrderId', hidden: true },
  ],
  views: [
    { caption: 'viewNotPaidOut', filters: { shopifyPayoutId: '0', test: 'No' } },
    { caption: 'viewFees', filters: { group: 'Fees' } },
  ],
  useActions: useTransactionActions,
  empty: 'emptyPaymentTransactions',
  permission: 'Synchronization.Read',
})

/** Those of a payout. */
export const transactionsOfPayout = {
  entity: 'shopifyPaymentTransactions',
  sort: 'shopifyTransactionId',
  columns: defineColumns('shopifyPaymentTransactions', [
    { field: 'description', width: 170, narrow: 'title' },
    { field: 'shopifyOrderNumber', width: 140, narrow: 'detail' },
    { field: 'amount', width: 120, amount: true },
    { field: 'fee', width: 100, amount: true },
    { field: 'netAmount', width: 120, amount: true, narrow: 'end' },
    { field: 'processedAt', width: 146 },
    { field: 'adjustmentReason', width: 200 },
  ]),
} as const

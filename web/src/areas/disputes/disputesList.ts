import { defineList } from '@/components/list/definition'
import { disputeTone, dueTone } from './due'
import { useDisputeActions } from './disputeActions'

export const disputesList = defineList({
  entity: 'shopifyDisputes',
  caption: 'shopifyDisputes',
  sort: 'initiatedAt desc',
  open: ({ id }) => `/disputes/${id}`,
  columns: [
    {
      field: 'shopifyDisputeId',
      width: 160,
      text: ({ shopifyDisputeId }) => `${shopifyDisputeId}`,
      link: ({ id }) => `/disputes/${id}`,
    },
    { field: 'shopifyOrderNumber', width: 150, narrow: 'title' },
    { field: 'status', width: 150, narrow: 'detail', tone: ({ status }) => disputeTone(status) },
    { field: 'evidenceDueBy', width: 170, tone: (dispute) => dueTone(dispute, Date.now()) },
    { field: 'type', width: 120 },
    { field: 'reason', width: 190, narrow: 'detail' },
    { field: 'amount', width: 120, amount: true, narrow: 'end' },
    { field: 'currency', width: 90 },
    { field: 'initiatedAt', width: 150 },
    { field: 'evidenceSentOn', width: 150 },
    { field: 'finalizedOn', width: 150 },
    { field: 'shopCode', width: 110 },
    { field: 'networkReasonCode', hidden: true },
    { field: 'shopifyStatus', hidden: true },
    { field: 'decided', hidden: true },
    { field: 'sourceOrderId', hidden: true },
    { field: 'store', hidden: true },
  ],
  views: [
    { caption: 'viewNeedsResponse', filters: { status: 'Needs Response' }, sort: 'evidenceDueBy' },
    { caption: 'viewUndecided', filters: { decided: 'No' } },
  ],
  useActions: useDisputeActions,
  empty: 'emptyDisputes',
  permission: 'Synchronization.Read',
})

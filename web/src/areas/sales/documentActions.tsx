import {
  ArrowUndo20Regular,
  CalculatorMultiple20Regular,
  Delete20Regular,
  DismissCircle20Regular,
  LockClosed20Regular,
  LockOpen20Regular,
  Prohibited20Regular,
  Send20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { useNotify } from '@/components/notice/useNotify'
import { documentKinds, isQueued, stageOf, type DocumentKind, type SalesDocument } from './documentKinds'
import { PostDialog } from './PostDialog'
import { usePostedActions } from './postedActions'
import { useShipmentActions } from './shipmentActions'

/** What may be done with a document of sale, at the stage at which it is. */
function useDocumentActions(kind: DocumentKind, document: SalesDocument): readonly Action[] {
  const draftActions = useDraftActions(kind, document)
  const invoiceActions = usePostedInvoiceActions(document)
  const postedActions = usePostedActions(setOf(kind), document)
  const shipmentActions = useShipmentActions([document])
  if (stageOf(kind, document) !== 'posted') return draftActions
  if (kind === 'salesShipments') return [...postedActions, ...shipmentActions]
  return kind === 'salesInvoices' ? [...invoiceActions, ...postedActions] : postedActions
}

/** The set of what a document is once it is posted; nothing of an order itself is. */
const setOf = (kind: DocumentKind) =>
  kind === 'salesInvoices' || kind === 'salesCreditMemos' ? kind : ('salesShipments' as const)

const hookOf = (kind: DocumentKind) =>
  function useActions(document: SalesDocument) {
    return useDocumentActions(kind, document)
  }

/** What may be done with a document of each kind. */
export const documentActions = {
  salesOrders: hookOf('salesOrders'),
  salesReturnOrders: hookOf('salesReturnOrders'),
  salesInvoices: hookOf('salesInvoices'),
  salesCreditMemos: hookOf('salesCreditMemos'),
  salesShipments: hookOf('salesShipments'),
} satisfies Record<DocumentKind, unknown>

/** What may be done with one that is not posted. */
function useDraftActions(kind: DocumentKind, document: SalesDocument): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const notify = useNotify()
  const navigate = useNavigate()
  const path = `/${kind}/${document.id}`
  const { number = '' } = document
  const [released, queued] = [document.status === 'Released', isQueued(document)]
  const more = t('common.more')

  const act = async (action: string) => {
    await post(`${path}/Kobling.${action}`, undefined, document['@odata.etag'])
    await queries.invalidateQueries({ queryKey: [kind] })
  }
  const discard = async () => {
    const title = t('sales.deleteTitle', { number })
    if (!(await confirm({ title, text: t('sales.deleteText'), confirm: t('common.delete'), danger: true }))) return
    await remove(path, document['@odata.etag'])
    notify.success(t('sales.deleted', { number }))
    await navigate({ to: documentKinds[kind].list })
    queries.removeQueries({ queryKey: [kind, 'record', document.id] })
    await queries.invalidateQueries({ queryKey: [kind] })
  }
  return [
    {
      key: 'post',
      caption: t('sales.post'),
      icon: <Send20Regular />,
      primary: true,
      permission: 'BackOffice.Run',
      disabled: queued,
      run: () => dialog((close) => <PostDialog kind={kind} document={document} onClose={close} />),
    },
    {
      key: 'release',
      caption: t('orders.release'),
      icon: <LockClosed20Regular />,
      permission: 'BackOffice.Change',
      disabled: released || queued,
      run: () => act('release'),
    },
    {
      key: 'reopen',
      caption: t('orders.reopen'),
      icon: <LockOpen20Regular />,
      permission: 'BackOffice.Change',
      disabled: !released || queued,
      run: () => act('reopen'),
    },
    ...(document.jobQueueStatus
      ? [
          {
            key: 'cancelPosting',
            caption: t('sales.cancelPosting'),
            icon: <DismissCircle20Regular />,
            permission: 'BackOffice.Run' as const,
            disabled: document.jobQueueStatus === 'Posting',
            run: () => act('cancelPosting'),
          },
        ]
      : []),
    {
      key: 'calculate',
      group: more,
      caption: t('sales.calculateInvoiceDiscount'),
      icon: <CalculatorMultiple20Regular />,
      permission: 'BackOffice.Change',
      disabled: released || queued,
      run: () => act('calculateInvoiceDiscount'),
    },
    {
      key: 'delete',
      group: more,
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'BackOffice.Change',
      disabled: queued,
      run: discard,
    },
  ]
}

/** What may be done with a posted invoice: it is taken back. */
function usePostedInvoiceActions(invoice: SalesDocument): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notify = useNotify()
  const navigate = useNavigate()
  const path = `/salesInvoices/${invoice.id}`
  const { number = '', status } = invoice
  // What comes to nothing is paid from the beginning, and may be taken back all the same.
  const isUnpaid = status === 'Open' || (status === 'Paid' && invoice.totalAmountIncludingTax === 0)

  const credit = async () => {
    const memo = await post<SalesDocument>(
      `${path}/Kobling.makeCorrectiveCreditMemo`,
      undefined,
      invoice['@odata.etag'],
    )
    await queries.invalidateQueries({ queryKey: ['salesCreditMemos'] })
    await navigate({ to: `/sales-credit-memos/${memo.id}` })
  }
  const cancel = async () => {
    const title = t('sales.cancelTitle', { number })
    if (!(await confirm({ title, text: t('sales.cancelText'), confirm: t('sales.cancelInvoice'), danger: true })))
      return
    const done = await post<{ invoiceId: string; invoiceNumber: string }>(
      `${path}/Kobling.cancel`,
      undefined,
      invoice['@odata.etag'],
    )
    await queries.invalidateQueries()
    notify.success(t('sales.cancelled', { number, by: done.invoiceNumber }), {
      caption: t('common.show'),
      to: `/sales-credit-memos/${done.invoiceId}`,
    })
  }
  return [
    {
      key: 'credit',
      caption: t('sales.correctiveCreditMemo'),
      icon: <ArrowUndo20Regular />,
      permission: 'BackOffice.Change',
      disabled: status === 'Canceled',
      run: credit,
    },
    {
      key: 'cancel',
      caption: t('sales.cancelInvoice'),
      icon: <Prohibited20Regular />,
      permission: 'BackOffice.Run',
      disabled: !isUnpaid,
      run: cancel,
    },
  ]
}

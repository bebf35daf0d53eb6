import { LockClosed20Regular, LockOpen20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { usePostedActions } from './postedActions'

/** The documents that are made, released and posted. */
type DocumentSet = 'salesOrders' | 'salesInvoices' | 'salesCreditMemos'

type Document = {
  readonly id?: string | undefined
  readonly status?: string | undefined
  readonly number?: string | undefined
  readonly postingDate?: string | undefined
  readonly '@odata.etag'?: string | undefined
}

/** What may be done with a document that is not posted. */
function useDocumentActions(set: DocumentSet, document: Document): readonly Action[] {
  const { t } = useTranslation()
  const act = async (action: 'release' | 'reopen') => {
    await post(`/${set}/${document.id}/Kobling.${action}`, undefined, document['@odata.etag'])
    await queries.invalidateQueries({ queryKey: [set] })
  }
  const released = document.status === 'Released'
  const isOrder = set === 'salesOrders'
  const draft = document.status === (isOrder ? 'Open' : 'Draft')
  const posted = usePostedActions(set === 'salesOrders' ? 'salesShipments' : set, document)
  if (!released && !draft) return posted
  return [
    {
      key: 'release',
      caption: t('orders.release'),
      icon: <LockClosed20Regular />,
      permission: 'BackOffice.Change',
      disabled: released,
      run: () => act('release'),
    },
    {
      key: 'reopen',
      caption: t('orders.reopen'),
      icon: <LockOpen20Regular />,
      permission: 'BackOffice.Change',
      disabled: !released,
      run: () => act('reopen'),
    },
  ]
}

/** What may be done with a sales order. */
export const useSalesOrderActions = (order: Document) => useDocumentActions('salesOrders', order)
/** What may be done with a sales invoice. */
export const useSalesInvoiceActions = (invoice: Document) => useDocumentActions('salesInvoices', invoice)
/** What may be done with a sales credit memo. */
export const useSalesCreditMemoActions = (memo: Document) => useDocumentActions('salesCreditMemos', memo)

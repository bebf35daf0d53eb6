import { Print20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { API, get } from '@/api/client'
import type { components } from '@/api/schema'
import { useFindEntries } from '@/areas/ledgers/findEntriesAction'
import type { Action } from '@/components/action/action'

type Posted = {
  readonly id?: string | undefined
  readonly number?: string | undefined
  readonly postingDate?: string | undefined
}

/** What may be done with a document that is posted: print it, where it is one that is sent, and find what came of it. */
export function usePostedActions(
  set: 'salesInvoices' | 'salesCreditMemos' | 'salesShipments',
  { id, number, postingDate }: Posted,
): readonly Action[] {
  const { t } = useTranslation()
  const found = useFindEntries([{ documentNumber: number, postingDate }])
  if (set === 'salesShipments') return found
  const print: Action = {
    key: 'print',
    caption: t('ledgers.print'),
    icon: <Print20Regular />,
    permission: 'BackOffice.Read',
    run: async () => {
      // First it is asked where it is: then a refusal is told here, and not in a window of its own.
      const about = await get<components['schemas']['PdfDocument']>(`/${set}/${id}/pdfDocument`)
      const file = about['pdfDocumentContent@odata.mediaReadLink']
      window.open(file.slice(file.indexOf(API)), '_blank')
    },
  }
  return [print, ...found]
}

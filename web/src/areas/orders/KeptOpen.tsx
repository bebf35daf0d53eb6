import type { EntitySet } from '@/api/fields'
import { useRecords } from '@/api/record'
import { Notice } from '@/components/notice/Notice'
import { openDocumentOf } from './openDocumentOf'

type Props = {
  /** The links of what the document was made of. */
  readonly filter: string
  /** Why it was not released when it was made. */
  readonly why: string
}

/** Says why a document was made and not released, as long as it is open. */
export function KeptOpen({ filter, why }: Props) {
  const { data } = useRecords('shopifyDocumentLinks', { $filter: filter, $orderby: 'postingDate' })
  const place = openDocumentOf(data?.value ?? [])
  return place ? <WhileOpen {...place} why={why} /> : null
}

function WhileOpen({ set, filter, why }: Props & { readonly set: EntitySet }) {
  const { data } = useRecords(set, { $filter: filter, $select: 'id' })
  return data?.value.length ? <Notice intent="warning">{why}</Notice> : null
}

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useRecords } from '@/api/record'
import { FactBox, type Fact } from '@/components/card/FactBox'
import { optionCaption } from '@/i18n/captions'
import { documentOf } from './documentOf'

/** The documents that were made of what the card shows, posted or not, and where each is by now. */
export function LinkedDocuments({ filter }: { readonly filter: string }) {
  const { t } = useTranslation()
  const { data } = useRecords('shopifyDocumentLinks', { $filter: filter, $orderby: 'postingDate' })
  if (!data?.value.length) return null
  return <FactBox title={t('orders.documents')} facts={data.value.map((link) => factOf(link, t))} />
}

function factOf(link: Row<'shopifyDocumentLinks'>, t: TFunction): Fact {
  const { documentType = '', documentNumber } = link
  return { name: optionCaption(t, documentType), value: documentNumber, to: documentOf(link) }
}

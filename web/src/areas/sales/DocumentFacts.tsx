import { useTranslation } from 'react-i18next'
import { useSession } from '@/api/session'
import { FactBox, type Fact } from '@/components/card/FactBox'
import { useFormat } from '@/i18n/format'

type Props = {
  /** The amounts of the document, from its subtotal to its total. */
  readonly amounts: readonly { readonly name: string; readonly amount: number | undefined }[]
  /** Blank is the company's own. */
  readonly currency: string | undefined
  /** The document that this one comes from, or has become. */
  readonly other?: { readonly title: string; readonly fact: Fact } | false
}

/** What is good to know beside a document of sale: its amounts, and the document that belongs to it. */
export function DocumentFacts({ amounts, currency, other }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { company } = useSession()
  const shown = (amount = 0) => format.amount(amount, currency || company.currencyCode)
  return (
    <>
      <FactBox
        title={t('orders.amounts')}
        facts={amounts.map(({ name, amount }) => ({ name, value: shown(amount) }))}
      />
      {other && <FactBox title={other.title} facts={[other.fact]} />}
    </>
  )
}

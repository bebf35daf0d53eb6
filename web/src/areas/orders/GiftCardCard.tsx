import { useTranslation } from 'react-i18next'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { transactions } from './orderParts'

const Field = fieldsOf('shopifyGiftCards')

/** A gift card: who has sold it, what is left of it, and what it has paid. */
export function GiftCardCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <CardPage
      entity="shopifyGiftCards"
      id={id}
      caption="giftCard"
      list={{ to: '/gift-cards', caption: 'shopifyGiftCards' }}
      title={({ lastCharacters, shopifyOrderNumber }) => lastCharacters || shopifyOrderNumber || t('pages.giftCard')}
    >
      {({ giftCardId = 0 }) => (
        <>
          <FastTab title="general" more={<Field name="giftCardId" />}>
            <Field name="shopCode" />
            <Field name="shopifyOrderNumber" />
            <Field name="lastCharacters" />
            <Field name="amount" amount />
            <Field name="knownUsedAmount" amount />
            <Field name="balance" amount />
            <Field name="balanceReadAt" />
            <Field name="enabled" />
          </FastTab>
          {giftCardId !== 0 && (
            <FastTab title="transactions" whole>
              <Lines {...transactions} label={t('tabs.transactions')} filter={`giftCardId eq ${giftCardId}`} />
            </FastTab>
          )}
        </>
      )}
    </CardPage>
  )
}

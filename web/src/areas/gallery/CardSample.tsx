import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOf } from '@/components/card/CardField'
import { withChange, type Values } from '@/components/card/changes'
import { CardContext } from '@/components/card/context'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { shop } from './samples'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 240px',
    gap: tokens.spacingHorizontalXXL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

const Field = fieldsOf('shopifyShops')

/** FastTabs with fields of every kind, one of which the server refused, and a FactBox. */
export function CardSample() {
  const styles = useStyles()
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Values>({})
  const card = {
    entity: 'shopifyShops' as const,
    record: shop,
    draft,
    set: (name: string, value: unknown) => setDraft(withChange(shop, draft, name, value)),
    errors: { tipAccount: t('request.faults.wrong') },
    editable: true,
  }
  return (
    <CardContext value={card}>
      <div className={styles.card}>
        <div>
          <FastTab title="general" more={<Field name="currencyCode" />}>
            <Field name="code" readOnly />
            <Field name="domain" readOnly />
            <Field name="enabled" readOnly />
            <Field name="allowBackgroundSyncs" hint={t('shops.hints.allowBackgroundSyncs')} />
            <Field name="currencyHandling" />
            <Field name="tipAccount" />
          </FastTab>
          <FastTab title="orders" closed summary="3060">
            <Field name="shippingChargesAccount" />
          </FastTab>
        </div>
        <FactBox
          title={t('shops.numbers')}
          facts={[
            { name: t('pages.orders'), value: '1 204', to: '/orders' },
            { name: t('pages.skippedRecords'), value: '0' },
          ]}
        />
      </div>
    </CardContext>
  )
}

import type { Row } from '@/api/fields'
import { literal } from '@/api/record'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { exactly } from '@/components/list/exactly'
import { Notice } from '@/components/notice/Notice'
import { StatusBadge } from '@/components/status/StatusBadge'
import { optionCaption } from '@/i18n/captions'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pictureColumns } from './pictureColumns'
import { useProductsActions } from './productActions'
import { productTone } from './tones'
import { variantColumns } from './variantColumns'
import { useWords } from './words'

const Field = fieldsOf('shopifyProducts')

/** A product as Shopify last told it, its variants, their pictures, and the items they are here. */
export function ProductCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <CardPage
      entity="shopifyProducts"
      id={id}
      caption="shopifyProduct"
      list={{ to: '/products', caption: 'shopifyProducts' }}
      title={({ title }) => title ?? ''}
      badge={({ status }) => <StatusBadge tone={productTone(status)}>{optionCaption(t, status ?? '')}</StatusBadge>}
      notice={(product) => <ProductNotice product={product} />}
      useActions={useActions}
      facts={({ itemNumber = '' }) =>
        !!itemNumber && (
          <FactBox
            title={words('here')}
            facts={[
              {
                name: t('fields.itemNumber'),
                value: itemNumber,
                to: '/items',
                search: { 'filter.number': exactly(itemNumber) },
              },
            ]}
          />
        )
      }
    >
      {({ shopifyProductId, shopCode = '' }) => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyProductId" />
                <Field name="createdAt" />
                <Field name="lastUpdatedByUs" />
                <Field name="seoTitle" />
                <Field name="seoDescription" />
                <Field name="previewUrl" />
              </>
            }
          >
            <Field name="shopCode" />
            <Field name="itemNumber" />
            <Field name="vendor" />
            <Field name="productType" />
            <Field name="tags" />
            <Field name="description" />
            <Field name="url" />
            <Field name="updatedAt" />
          </FastTab>
          <FastTab title="variants" whole>
            <Lines
              entity="shopifyVariants"
              label={t('tabs.variants')}
              columns={variantColumns}
              sort="position"
              filter={`shopifyProductId eq ${shopifyProductId} and shopCode eq ${literal(shopCode)}`}
            />
          </FastTab>
          <FastTab title="pictures" whole>
            <Lines
              entity="shopifyPictures"
              label={t('tabs.pictures')}
              columns={pictureColumns}
              filter={`shopifyProductId eq ${shopifyProductId} and shopCode eq ${literal(shopCode)}`}
            />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

/** What stands against the product being an item. */
function ProductNotice({ product }: { readonly product: Row<'shopifyProducts'> }) {
  const words = useWords()
  if (product.hasError) {
    return (
      <Notice intent="error" title={words('notMadeTitle')}>
        {product.errorMessage}
      </Notice>
    )
  }
  if (product.itemNumber) return null
  return (
    <Notice intent="info" title={words('noItem')}>
      {words('noItemHint')}
    </Notice>
  )
}

function useActions(product: Row<'shopifyProducts'>) {
  const navigate = useNavigate()
  return useProductsActions([product], () => navigate({ to: '/products' }))
}

import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { lookups } from '@/areas/setup/lookups'
import { FormDialog } from '@/components/dialog/FormDialog'
import { Lookup } from '@/components/lookup/Lookup'
import { useWords } from './words'

type Props = {
  readonly title: string
  readonly confirm: string
  readonly hint?: string
  /** Where the choice is sent. */
  readonly path: string
  readonly etag: string | undefined
  readonly item: string
  /** The variant of the item; without one only the item is asked for. */
  readonly variant?: string
  readonly onClose: () => void
}

/** Asks which item, or which of its variants, something of Shopify is. */
export function MapDialog({ title, confirm, hint, path, etag, item, variant, onClose }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const [itemNumber, setItem] = useState(item)
  const [variantCode, setVariant] = useState(variant ?? '')
  const submit = async () => {
    await post(path, variant === undefined ? { itemNumber } : { itemNumber, variantCode }, etag)
    for (const queryKey of [['shopifyProducts'], ['shopifyVariants'], ['shopifyProductMatches']]) {
      await queries.invalidateQueries({ queryKey })
    }
  }
  return (
    <FormDialog title={title} confirm={confirm} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <Field label={t('fields.itemNumber')} hint={hint} validationMessage={error('itemNumber')}>
            <Lookup source={lookups.items} value={itemNumber} onChange={setItem} />
          </Field>
          {variant !== undefined && (
            <Field label={t('fields.variantCode')} hint={words('variantHint')} validationMessage={error('variantCode')}>
              <Lookup source={lookups.variantsOf(itemNumber)} value={variantCode} onChange={setVariant} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  )
}

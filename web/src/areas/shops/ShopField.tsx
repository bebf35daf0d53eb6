import { useTranslation } from 'react-i18next'
import type { FieldName } from '@/api/fields'
import { fieldsOf } from '@/components/card/CardField'
import type { LookupSource } from '@/components/lookup/source'
import { hintOf } from './hintOf'

const Field = fieldsOf('shopifyShops')

type Props = {
  readonly name: FieldName<'shopifyShops'>
  /** Only shown: Kobling keeps it, or another field must be set first. */
  readonly readOnly?: boolean
  /** The records from which it is chosen. */
  readonly lookup?: LookupSource
}

/** A field of the shop card, with what it does where its caption does not say it. */
export function ShopField({ name, readOnly = false, lookup }: Props) {
  const { t } = useTranslation()
  const hint = hintOf(t, name)
  return <Field name={name} readOnly={readOnly} {...(lookup ? { lookup } : {})} {...(hint ? { hint } : {})} />
}

import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { lookups } from '@/areas/setup/lookups'
import { FormDialog } from '@/components/dialog/FormDialog'
import { Lookup } from '@/components/lookup/Lookup'
import { nameOf } from './nameOf'
import { useWords } from './words'

type Props = { readonly customer: Row<'shopifyCustomers'>; readonly onClose: () => void }

/** Asks which customer one of Shopify is. */
export function MapDialog({ customer, onClose }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const [customerNumber, setNumber] = useState(customer.customerNumber ?? '')
  const submit = async () => {
    await post(`/shopifyCustomers/${customer.id}/Kobling.map`, { customerNumber }, customer['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['shopifyCustomers'] })
  }
  return (
    <FormDialog
      title={words('mapCustomer', { name: nameOf(customer) })}
      confirm={words('map')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <Field label={t('fields.customerNumber')} hint={words('mapHint')} validationMessage={error('customerNumber')}>
          <Lookup source={lookups.customers} value={customerNumber} onChange={setNumber} />
        </Field>
      )}
    </FormDialog>
  )
}

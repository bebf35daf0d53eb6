import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { lookups } from '@/areas/setup/lookups'
import { FormDialog } from '@/components/dialog/FormDialog'
import { Lookup } from '@/components/lookup/Lookup'
import { useWords } from './words'

type Props = {
  readonly company: Row<'shopifyCompanies'>
  readonly onClose: () => void
}

/** Says which customer a company is, and reads the pages that show it anew. */
export async function mapCompany(company: Row<'shopifyCompanies'>, customerNumber: string): Promise<void> {
  await post(`/shopifyCompanies/${company.id}/Kobling.map`, { customerNumber }, company['@odata.etag'])
  await queries.invalidateQueries({ queryKey: ['shopifyCompanies'] })
}

/** Asks which customer a company is. */
export function MapDialog({ company, onClose }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const [customer, setCustomer] = useState(company.customerNumber ?? '')
  return (
    <FormDialog
      title={words('mapCompany', { name: company.name ?? '' })}
      confirm={words('map')}
      onSubmit={() => mapCompany(company, customer)}
      onClose={onClose}
    >
      {(error) => (
        <Field label={t('fields.customerNumber')} hint={words('mapHint')} validationMessage={error('customerNumber')}>
          <Lookup source={lookups.customers} value={customer} onChange={setCustomer} />
        </Field>
      )}
    </FormDialog>
  )
}

import { Field } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { lookups } from '@/areas/setup/lookups'
import { FormDialog } from '@/components/dialog/FormDialog'
import { Lookup } from '@/components/lookup/Lookup'
import { documentKinds, type DocumentKind, type SalesDocument } from './documentKinds'

/** Begins a document: for whom it is decides all that follows. */
export function NewDocumentDialog({ kind, onClose }: { readonly kind: DocumentKind; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [customerNumber, setCustomer] = useState('')
  const { caption, list } = documentKinds[kind]
  const submit = async () => {
    const made = await post<SalesDocument>(`/${kind}`, { customerNumber })
    await queries.invalidateQueries({ queryKey: [kind] })
    await navigate({ to: `${list}/${made.id}` })
  }
  return (
    <FormDialog
      title={t('sales.newTitle', { document: t(`pages.${caption}`) })}
      confirm={t('common.create')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <Field
          label={t('fields.sellToCustomerNumber')}
          required
          hint={t('sales.customerHint')}
          validationMessage={error('customerNumber')}
        >
          <Lookup source={lookups.customers} value={customerNumber} onChange={setCustomer} />
        </Field>
      )}
    </FormDialog>
  )
}

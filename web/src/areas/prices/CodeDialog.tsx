import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '@/components/dialog/FormDialog'

type Props = {
  readonly title: string
  readonly description?: string
  readonly onSubmit: (form: { code: string; description: string }) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the code of a new price list, and what it is for. */
export function CodeDialog({ title, description = '', onSubmit, onClose }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState({ code: '', description })
  return (
    <FormDialog title={title} confirm={t('common.create')} onSubmit={() => onSubmit(form)} onClose={onClose}>
      {(error) => (
        <>
          <Field label={t('fields.code')} required validationMessage={error('code')}>
            <Input value={form.code} onChange={(_, { value }) => setForm({ ...form, code: value })} />
          </Field>
          <Field label={t('fields.description')} validationMessage={error('description')}>
            <Input value={form.description} onChange={(_, { value }) => setForm({ ...form, description: value })} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

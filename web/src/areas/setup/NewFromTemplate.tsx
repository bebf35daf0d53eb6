import { Field, Input, Select } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { useRecords } from '@/api/record'
import { FormDialog } from '@/components/dialog/FormDialog'
import type { PageKey } from '@/i18n/keys'

/** What is made from which templates. */
export type Made = {
  readonly entity: 'items' | 'customers'
  readonly caption: PageKey
  readonly templates: 'itemTemplates' | 'customerTemplates'
  /** The field of the new record that names its template. */
  readonly field: 'itemTemplateCode' | 'customerTemplateCode'
}

/** Makes an item or a customer that begins with a template, and leads to its card. */
export function NewFromTemplate({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useRecords(made.templates, { $orderby: 'code', $top: '1000' })
  const [form, setForm] = useState({ template: '', number: '', displayName: '' })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const template = form.template || data?.value[0]?.code || ''
  const submit = async () => {
    const { number, displayName } = form
    const body = { [made.field]: template, displayName, ...(number.trim() ? { number } : {}) }
    const { id } = await post<{ id: string }>(`/${made.entity}`, body)
    await queries.invalidateQueries({ queryKey: [made.entity] })
    await navigate({ to: `/${made.entity}/${id}` })
  }
  const name = made.entity === 'items' ? 'description' : 'name'
  return (
    <FormDialog title={t(`pages.${made.caption}`)} confirm={t('common.create')} onSubmit={submit} onClose={onClose}>
      {(error) => (
        <>
          <Field label={t('stock.template')} required validationMessage={error(made.field)}>
            <Select value={template} onChange={(_, { value }) => set({ template: value })}>
              {data?.value.map(({ id, code, description }) => (
                <option key={id} value={code}>
                  {description ? `${code} · ${description}` : code}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('fields.number')} hint={t('stock.numberHint')} validationMessage={error('number')}>
            <Input value={form.number} onChange={(_, { value }) => set({ number: value })} />
          </Field>
          <Field label={t(`fields.${name}`)} validationMessage={error('displayName')}>
            <Input value={form.displayName} onChange={(_, { value }) => set({ displayName: value })} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

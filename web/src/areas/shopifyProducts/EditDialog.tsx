import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'
import { optionCaption } from '@/i18n/captions'
import { edited } from './edited'
import { useWords } from './words'

const STATUSES = ['Active', 'Draft', 'Unlisted', 'Archived']

type Props = { readonly product: Row<'shopifyProducts'>; readonly onClose: () => void }

/** Asks what is to be changed of a product in Shopify, and has it told at once. */
export function EditDialog({ product, onClose }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const [form, setForm] = useState({
    status: product.status ?? '',
    tags: product.tags ?? '',
    seoTitle: product.seoTitle ?? '',
    seoDescription: product.seoDescription ?? '',
  })
  const set =
    (name: keyof typeof form) =>
    (_: unknown, { value }: { readonly value: string }) =>
      setForm((before) => ({ ...before, [name]: value }))
  const submit = async () => {
    const changed = edited(product, form)
    if (Object.keys(changed).length > 0) {
      await post(`/shopifyProducts/${product.id}/Kobling.change`, changed, product['@odata.etag'])
    }
    await queries.invalidateQueries({ queryKey: ['shopifyProducts'] })
  }
  return (
    <FormDialog
      title={words('editTitle', { name: product.title ?? '' })}
      confirm={words('edit')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          <p>{words('editText')}</p>
          <Field label={t('fields.status')} validationMessage={error('status')}>
            <Select value={form.status} onChange={set('status')}>
              {STATUSES.map((status) => (
                <option key={status} value={status}>
                  {optionCaption(t, status)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('fields.tags')} hint={words('tagsHint')} validationMessage={error('tags')}>
            <Input value={form.tags} onChange={set('tags')} />
          </Field>
          <Field label={t('fields.seoTitle')} validationMessage={error('seoTitle')}>
            <Input value={form.seoTitle} onChange={set('seoTitle')} />
          </Field>
          <Field label={t('fields.seoDescription')} validationMessage={error('seoDescription')}>
            <Textarea value={form.seoDescription} onChange={set('seoDescription')} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

import { Field, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'

/** The longest code that a category may have. */
const LONGEST = 10

type Props = { readonly category?: Row<'jobQueueCategories'>; readonly onClose: () => void }

/** Makes a job queue category, or changes one. Its code stays: entries name it. */
export function CategoryDialog({ category, onClose }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState({
    code: category?.code ?? '',
    description: category?.description ?? '',
    excludesByScope: category?.excludesByScope ?? true,
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const submit = async () => {
    const { code, ...change } = form
    if (category) await patch(`/jobQueueCategories/${category.id}`, change, category['@odata.etag'])
    else await post('/jobQueueCategories', { code, ...change })
    await queries.invalidateQueries({ queryKey: ['jobQueueCategories'] })
  }
  return (
    <FormDialog
      title={category?.code ?? t('jobs.newCategory')}
      confirm={category ? t('common.save') : t('common.create')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          {!category && (
            <Field label={t('fields.code')} required validationMessage={error('code')}>
              <Input
                value={form.code}
                maxLength={LONGEST}
                onChange={(_, { value }) => set({ code: value.toUpperCase() })}
              />
            </Field>
          )}
          <Field label={t('fields.description')} validationMessage={error('description')}>
            <Input value={form.description} onChange={(_, { value }) => set({ description: value })} />
          </Field>
          <Field hint={t('jobs.excludesByScopeHint')} validationMessage={error('excludesByScope')}>
            <Switch
              label={t('fields.excludesByScope')}
              checked={form.excludesByScope}
              onChange={(_, { checked }) => set({ excludesByScope: checked })}
            />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

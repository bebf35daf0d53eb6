import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch, post } from '@/api/client'
import { field as fieldOf } from '@/api/fields'
import { queries } from '@/api/queries'
import { CardField } from '@/components/card/CardField'
import { withChange, type Values } from '@/components/card/changes'
import { CardContext } from '@/components/card/context'
import { FormDialog } from '@/components/dialog/FormDialog'
import type { AnyColumn, AnyRow } from '@/components/list/definition'
import { asText } from '@/components/list/valueText'
import type { Kept } from './keptList'

type Props = { readonly kept: Kept; readonly record?: AnyRow; readonly onClose: () => void }

/** Makes a record of a list, or changes one; its key stays, because others name it. */
export function RecordDialog({ kept, record, onClose }: Props) {
  const { t } = useTranslation()
  const { entity, fields, key } = kept
  const before = record ?? blank(kept)
  const [draft, setDraft] = useState<Values>({})
  const set = (name: string, value: unknown) => setDraft(withChange(before, draft, name, value))
  const submit = async () => {
    if (record && Object.keys(draft).length) await patch(`/${entity}/${record.id}`, draft, record['@odata.etag'])
    else if (!record) await post(`/${entity}`, { ...kept.begins, ...kept.given, ...draft })
    await queries.invalidateQueries({ queryKey: [entity] })
  }
  const name = record && key.map((field) => asText(record[field])).join(' ')
  return (
    <FormDialog
      title={name || t(`pages.${kept.caption}`)}
      confirm={record ? t('common.save') : t('common.create')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <CardContext value={{ entity, record: before, draft, set, errors: errorsOf(fields, error), editable: true }}>
          {fields.map(({ field, caption, amount }) => (
            <CardField
              key={field}
              name={field}
              readOnly={record !== undefined && key.includes(field)}
              {...(caption ? { caption } : {})}
              {...(amount ? { amount } : {})}
              {...(kept.long.includes(field) ? { lines: 8 } : {})}
              lookup={kept.chosen[field]}
            />
          ))}
        </CardContext>
      )}
    </FormDialog>
  )
}

function errorsOf(fields: readonly AnyColumn[], error: (field: string) => string | undefined) {
  const found = fields.map(({ field }) => [field, error(field)] as const)
  return Object.fromEntries(found.filter((one): one is readonly [string, string] => one[1] !== undefined))
}

/** A record that is not made yet: an option field begins with its first option. */
function blank({ entity, fields, begins, given }: Kept): AnyRow {
  const options = fields.map(({ field }) => [field, fieldOf(entity, field).options?.[0]] as const)
  return { ...Object.fromEntries(options.filter(([, option]) => option !== undefined)), ...begins, ...given }
}

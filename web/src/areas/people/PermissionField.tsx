import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import { optionCaption } from '@/i18n/captions'

type PermissionSet = { readonly name: string; readonly permissions: readonly string[] }

const AREAS = ['Synchronization', 'BackOffice', 'JobQueue', 'Shops', 'Setup', 'Users'] as const

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  /** What stands for none of them. */
  readonly blank?: string
}

/** A permission set, chosen by its name, with what it allows. */
export function PermissionField({ label, value, onChange, error, blank }: Props) {
  const { t } = useTranslation()
  const { data: sets = [] } = useQuery({
    queryKey: ['permissionSets'],
    queryFn: ({ signal }) => get<{ value: PermissionSet[] }>('/permissionSets', signal).then((read) => read.value),
    staleTime: Infinity,
  })
  const allowed = new Set(sets.find(({ name }) => name === value)?.permissions)
  const may = (verb: string) =>
    AREAS.filter((area) => allowed.has(`${area}.${verb}`)).map((area) => t(`people.area_${area}`))
  const says = (verb: 'reads' | 'changes', areas: readonly string[]) =>
    areas.length ? t(`people.${verb}`, { areas: areas.join(', ') }) : ''
  return (
    <Field
      label={label}
      validationMessage={error}
      hint={[says('changes', may('Change')), says('reads', may('Read'))].filter(Boolean).join(' ')}
    >
      <Select value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        {blank !== undefined && <option value="">{blank}</option>}
        {sets.map(({ name }) => (
          <option key={name} value={name}>
            {optionCaption(t, name)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

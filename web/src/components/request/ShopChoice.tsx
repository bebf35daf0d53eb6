import { Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Shop } from './submission'

type Props = {
  readonly shops: readonly Shop[]
  /** The id of the chosen shop; nothing for every enabled shop. */
  readonly value: string
  readonly onChange: (id: string) => void
}

/** For which of the enabled shops the object is run. */
export function ShopChoice({ shops, value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Field label={t('request.shop')}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {shops.map(({ id, code }) => (
          <option key={id} value={id}>
            {code}
          </option>
        ))}
        {shops.length !== 1 && <option value="">{t('request.everyShop')}</option>}
      </Select>
    </Field>
  )
}

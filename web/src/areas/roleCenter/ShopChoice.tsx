import { Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { enabledShopsQuery } from '@/components/request/shops'

type Props = { readonly shop: string | undefined }

/** Of which shop the tiles count, where there are several to choose from. */
export function ShopChoice({ shop }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const can = useCan()
  const { data: shops = [] } = useQuery({ ...enabledShopsQuery, enabled: can('Shops.Read') })
  const codes = shops.map(({ code }) => code)
  // One that was chosen stays a choice, enabled or not.
  if (shop !== undefined && !codes.includes(shop)) codes.push(shop)
  if (codes.length < 2 && shop === undefined) return null
  return (
    <Field label={t('cues.shop')}>
      <Select
        value={shop ?? ''}
        onChange={(_, { value }) => void navigate({ to: '/', search: value === '' ? {} : { shop: value } })}
      >
        <option value="">{t('cues.allShops')}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </Select>
    </Field>
  )
}

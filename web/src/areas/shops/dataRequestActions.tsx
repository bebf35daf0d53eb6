import { Checkmark20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'

/** What a person does with a data request: handle it, once. */
export function useDataRequestActions(requests: readonly Row<'shopifyDataRequests'>[]): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const open = requests.filter(({ status }) => status === 'Open')
  const handle = async () => {
    const question = { title: t('shops.handleTitle'), text: t('shops.handleText'), confirm: t('shops.handle') }
    if (!(await confirm({ ...question, danger: true }))) return
    for (const { id, '@odata.etag': etag } of open) {
      await post(`/shopifyDataRequests/${id}/Kobling.handle`, undefined, etag)
    }
    await queries.invalidateQueries({ queryKey: ['shopifyDataRequests'] })
  }
  return [
    {
      key: 'handle',
      caption: t('shops.handle'),
      icon: <Checkmark20Regular />,
      primary: true,
      permission: 'Shops.Change',
      disabled: open.length === 0,
      run: handle,
    },
  ]
}

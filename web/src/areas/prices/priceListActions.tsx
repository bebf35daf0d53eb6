import { CheckmarkCircle20Regular, Copy20Regular, Delete20Regular, DocumentEdit20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { patch, post, remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { CodeDialog } from './CodeDialog'

/** What may be done with a price list: let it hold or not, copy it, delete it. */
export function usePriceListActions(list: Row<'priceLists'>): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const dialog = useDialog()
  const navigate = useNavigate()
  const path = `/priceLists/${list.id}`
  const etag = list['@odata.etag']
  const isActive = list.status === 'Active'
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['priceLists'] })
    await queries.invalidateQueries({ queryKey: ['priceListLines'] })
  }
  const set = async (status: 'Active' | 'Draft') => {
    await patch(path, { status }, etag)
    await refresh()
  }
  const copy = async (form: { code: string; description: string }) => {
    const { id } = await post<{ id: string }>(`${path}/Kobling.copy`, form)
    await refresh()
    await navigate({ to: `/price-lists/${id}` })
  }
  const drop = async () => {
    const title = t('upkeep.deleteTitle', { count: 1 })
    const question = { title, text: t('stock.deleteListText'), confirm: t('common.delete'), danger: true }
    if (!(await confirm(question))) return
    await remove(path, etag)
    await navigate({ to: '/price-lists' })
    queries.removeQueries({ queryKey: ['priceLists', 'record', list.id] })
    await refresh()
  }
  const permission = 'BackOffice.Change'
  return [
    {
      key: 'activate',
      caption: t('stock.activate'),
      icon: <CheckmarkCircle20Regular />,
      permission,
      primary: true,
      disabled: isActive,
      run: () => set('Active'),
    },
    {
      key: 'draft',
      caption: t('stock.setToDraft'),
      icon: <DocumentEdit20Regular />,
      permission,
      primary: true,
      disabled: !isActive,
      run: () => set('Draft'),
    },
    {
      key: 'copy',
      caption: t('common.copy'),
      icon: <Copy20Regular />,
      permission,
      run: () =>
        dialog((close) => (
          <CodeDialog
            title={t('stock.copyList')}
            description={list.description ?? ''}
            onSubmit={copy}
            onClose={close}
          />
        )),
    },
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission,
      disabled: isActive,
      run: drop,
    },
  ]
}

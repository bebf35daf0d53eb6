import { Add20Regular, Delete20Regular, Edit20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { remove } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import type { AnyRow } from '@/components/list/definition'
import { useImportAction } from './importAction'
import type { Kept } from './keptList'
import { RecordDialog } from './RecordDialog'

/** What may be done with the records of a list that people keep. */
export function useKeptActions(kept: Kept, selected: readonly AnyRow[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const { entity, caption, fields: columns, given, change: permission } = kept
  const importAction = useImportAction({ entity, caption, columns, given }, permission)
  const record = selected.length === 1 ? selected[0] : undefined
  const deleteAll = async () => {
    const title = t('upkeep.deleteTitle', { count: selected.length })
    if (!(await confirm({ title, text: t('upkeep.deleteText'), confirm: t('common.delete'), danger: true }))) return
    try {
      for (const { id, '@odata.etag': etag } of selected) await remove(`/${entity}/${id}`, etag)
    } finally {
      await queries.invalidateQueries({ queryKey: [entity] })
    }
  }
  const edit: Action = {
    key: 'edit',
    caption: t('common.edit'),
    icon: <Edit20Regular />,
    permission,
    disabled: !record,
    run: () => record && dialog((close) => <RecordDialog kept={kept} record={record} onClose={close} />),
  }
  if (!kept.key.length && !kept.many) return [{ ...edit, primary: true }]
  const make: Action[] = kept.notMade
    ? []
    : [
        {
          key: 'new',
          caption: t('common.new'),
          icon: <Add20Regular />,
          primary: true,
          permission,
          run: () => dialog((close) => <RecordDialog kept={kept} onClose={close} />),
        },
      ]
  return [
    ...make,
    edit,
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission,
      disabled: selected.length === 0,
      run: deleteAll,
    },
    ...(kept.notImported || kept.notMade ? [] : [importAction]),
  ]
}

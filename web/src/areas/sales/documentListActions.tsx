import { Add20Regular, Delete20Regular, Send20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { isQueued, stageOf, type DocumentKind, type SalesDocument } from './documentKinds'
import { NewDocumentDialog } from './NewDocumentDialog'
import { SelectedResult, type Selected } from './SelectedResult'

/** What may be done in a list of documents, with those that are selected. */
export function useDocumentListActions(kind: DocumentKind, selected: readonly SalesDocument[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const open = selected.filter((document) => stageOf(kind, document) !== 'posted')
  const free = open.filter((document) => !isQueued(document))

  const postSelected = async () => {
    const count = open.length
    const question = { title: t('sales.postSelectedTitle', { count }), text: t('sales.postSelectedText') }
    if (!(await confirm({ ...question, confirm: t('sales.postNow') }))) return
    const done = await post<Selected>(`/${kind}/Kobling.postSelected`, { ids: open.map(({ id }) => id) })
    await queries.invalidateQueries({ queryKey: [kind] })
    dialog((close) => <SelectedResult selected={done} onClose={close} />)
  }
  const deleteSelected = async () => {
    const title = t('sales.deleteSelectedTitle', { count: free.length })
    if (!(await confirm({ title, text: t('sales.deleteText'), confirm: t('common.delete'), danger: true }))) return
    try {
      for (const { id, '@odata.etag': etag } of free) await remove(`/${kind}/${id}`, etag)
    } finally {
      await queries.invalidateQueries({ queryKey: [kind] })
    }
  }
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <Add20Regular />,
      primary: true,
      permission: 'BackOffice.Change',
      run: () => dialog((close) => <NewDocumentDialog kind={kind} onClose={close} />),
    },
    {
      key: 'postSelected',
      caption: t('sales.postSelected'),
      icon: <Send20Regular />,
      permission: 'BackOffice.Run',
      disabled: open.length === 0,
      run: postSelected,
    },
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'BackOffice.Change',
      disabled: free.length === 0,
      run: deleteSelected,
    },
  ]
}

import { CheckmarkCircle20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { EntitySet } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'
import type { Batch } from './batch'

type Posted = { readonly lines: number }

/** Posts all lines of a batch, after a question. */
export function usePostAction(batches: EntitySet, lines: EntitySet, batch: Batch): Action {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notify = useNotify()
  const run = async () => {
    const question = { title: t('stock.postTitle'), text: t('stock.postText', { batch: batch.code }) }
    if (!(await confirm({ ...question, confirm: t('stock.post') }))) return
    const posted = await post<Posted>(`/${batches}/${batch.id}/Kobling.post`)
    await queries.invalidateQueries({ queryKey: [lines] })
    notify.success(t('stock.posted', { count: posted.lines }))
  }
  return {
    key: 'post',
    caption: t('stock.post'),
    icon: <CheckmarkCircle20Regular />,
    permission: 'BackOffice.Change',
    primary: true,
    run,
  }
}

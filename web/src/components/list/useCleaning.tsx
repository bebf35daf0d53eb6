import { Delete20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { EntitySet } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useNotify } from '@/components/notice/useNotify'

/** How many days of a log stay when what is older is deleted. */
const KEPT = 7

type Log = {
  readonly entity: EntitySet
  readonly permission: NonNullable<Action['permission']>
  /** What is lost, in a sentence. */
  readonly olderText: string
  readonly allText: string
}

/** Deletes what a log need not keep. */
export function useCleaning({ entity, permission, olderText, allText }: Log): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notify = useNotify()
  const clean = (days: number, caption: string, text: string) => async () => {
    if (!(await confirm({ title: t('lists.cleanTitle'), text, confirm: caption, danger: true }))) return
    const { deleted } = await post<{ deleted: number }>(`/${entity}/Kobling.deleteOlderThan`, { days })
    await queries.invalidateQueries({ queryKey: [entity] })
    notify.success(t('lists.cleaned', { count: deleted }))
  }
  const action = (key: string, days: number, caption: string, text: string): Action => ({
    key,
    group: t('common.more'),
    caption,
    icon: <Delete20Regular />,
    permission,
    run: clean(days, caption, text),
  })
  return [
    action('deleteOlder', KEPT, t('lists.cleanOlder'), olderText),
    action('deleteAll', 0, t('lists.cleanAll'), allText),
  ]
}

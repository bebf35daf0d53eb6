import { Add20Regular, CalendarClock20Regular, Delete20Regular, Edit20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { CategoryDialog } from './CategoryDialog'

/** What may be done with job queue categories. */
export function useCategoryActions(categories: readonly Row<'jobQueueCategories'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const category = categories.length === 1 ? categories[0] : undefined
  const deleteAll = async () => {
    const [title, text] = [t('jobs.deleteCategoriesTitle'), t('jobs.deleteCategoriesText')]
    if (!(await confirm({ title, text, confirm: t('common.delete'), danger: true }))) return
    for (const { id, '@odata.etag': etag } of categories) await remove(`/jobQueueCategories/${id}`, etag)
    await queries.invalidateQueries({ queryKey: ['jobQueueCategories'] })
  }
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <Add20Regular />,
      primary: true,
      permission: 'JobQueue.Change',
      run: () => dialog((close) => <CategoryDialog onClose={close} />),
    },
    {
      key: 'edit',
      caption: t('common.edit'),
      icon: <Edit20Regular />,
      permission: 'JobQueue.Change',
      disabled: !category,
      run: () => category && dialog((close) => <CategoryDialog category={category} onClose={close} />),
    },
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'JobQueue.Change',
      disabled: categories.length === 0,
      run: deleteAll,
    },
    {
      key: 'entries',
      caption: t('pages.jobQueueEntries'),
      icon: <CalendarClock20Regular />,
      disabled: !category,
      run: () =>
        navigate({ to: '/job-queue', search: { 'filter.jobQueueCategoryCode': category?.code ?? '' } as never }),
    },
  ]
}

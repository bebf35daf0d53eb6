import { Spinner } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '@/api/record'
import { useCan } from '@/api/session'
import { ActionBar } from '@/components/action/ActionBar'
import { useDialog } from '@/components/dialog/useDialog'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DataList } from '@/components/list/DataList'
import { defineColumns } from '@/components/list/definition'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useCategoryActions } from './categoryActions'
import { CategoryDialog } from './CategoryDialog'
import { CategoryLines } from './CategoryLines'
import { usePageStyles } from './pageStyles'

const columns = defineColumns('jobQueueCategories', [
  { field: 'code', width: 160, narrow: 'title' },
  { field: 'description', width: 360, narrow: 'detail' },
  { field: 'excludesByScope', width: 180, narrow: 'end' },
])

/** The job queue categories, and who runs and waits in each. */
export function CategoriesPage() {
  const page = usePageStyles()
  const { t } = useTranslation()
  const dialog = useDialog()
  const may = useCan()('JobQueue.Change')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useRecords('jobQueueCategories', { $orderby: 'code' })
  const categories = useMemo(() => data?.value ?? [], [data])
  const actions = useCategoryActions(categories.filter(({ id = '' }) => selected.has(id)))
  const edit = (id: string | undefined) => {
    const category = categories.find((one) => one.id === id)
    if (category) dialog((close) => <CategoryDialog category={category} onClose={close} />)
  }
  usePageTitle(t('pages.jobQueueCategories'))
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.jobQueueCategories')}</h1>
      <ActionBar actions={actions} />
      {error && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner label={t('common.loading')} />}
      {data && categories.length === 0 && <p>{t('lists.emptyCategories')}</p>}
      {categories.length > 0 && (
        <DataList
          inline
          label={t('pages.jobQueueCategories')}
          entity="jobQueueCategories"
          columns={columns}
          rows={categories}
          selected={selected}
          onSelect={setSelected}
          {...(may ? { onOpen: ({ id }) => edit(id) } : {})}
        />
      )}
      <CategoryLines />
    </div>
  )
}

import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ActionBar } from '@/components/action/ActionBar'
import { EditLines } from '@/components/lines/EditLines'
import { usePageTitle } from '@/components/page/usePageTitle'
import type { PageKey } from '@/i18n/keys'
import type { Grid } from './grid'

const useStyles = makeStyles({ choice: { maxInlineSize: '360px' } })

type Props = { readonly caption: PageKey; readonly grid: Grid; readonly choice: ReactNode }

/** The lines of a batch, entered in their place. */
export function JournalLines({ caption, grid, choice }: Props) {
  const page = usePageStyles()
  const styles = useStyles()
  const { t } = useTranslation()
  const may = useCan()('BackOffice.Change')
  const { useActions, ...lines } = grid
  const actions = useActions()
  const title = t(`pages.${caption}`)
  usePageTitle(title)
  return (
    <div className={page.page}>
      <h1 className={page.title}>{title}</h1>
      <ActionBar actions={actions} />
      {choice && <div className={styles.choice}>{choice}</div>}
      <EditLines {...lines} label={title} editable={may} />
    </div>
  )
}

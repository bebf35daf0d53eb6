import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { captionOf, columnOf } from '@/components/list/caption'
import type { ImportReport } from './importReport'
import type { ImportTarget } from './importTarget'

const useStyles = makeStyles({
  problems: { maxBlockSize: '50vh', overflow: 'auto' },
  table: {
    inlineSize: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { textAlign: 'start', verticalAlign: 'top', padding: tokens.spacingHorizontalXS },
  },
})

type Props = { readonly report: ImportReport } & Pick<ImportTarget, 'columns'>

/** What is wrong with a file, by row. */
export function ImportProblems({ report, columns }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <>
      <MessageBar intent="error">
        <MessageBarBody>{t('upkeep.problems', { count: report.problems.length })}</MessageBarBody>
      </MessageBar>
      {/* The keys scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.problems} tabIndex={0} role="region" aria-label={t('upkeep.problem')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('upkeep.row')}</th>
              <th scope="col">{t('upkeep.field')}</th>
              <th scope="col">{t('upkeep.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {report.problems.map(({ row, field, message }, at) => (
              <tr key={at}>
                <td>{row}</td>
                <td>{field && captionOf(t, columnOf(columns, field))}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

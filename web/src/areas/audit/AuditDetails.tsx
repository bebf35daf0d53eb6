import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { FactBox } from '@/components/card/FactBox'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useFormat } from '@/i18n/format'
import { fieldName, readDetail } from './changedFields'

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', inlineSize: '100%' },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
})

type Props = { readonly entry: Row<'auditLogEntries'>; readonly onClose: () => void }

/** Who did what to which record, with what was there before. */
export function AuditDetails({ entry, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { action = '', subject = '', userName = '', via = '', createdAt, detail = '' } = entry
  const changes = readDetail(detail)
  return (
    <ReadDialog title={`${action}: ${subject}`} onClose={onClose} wide>
      <FactBox
        title={t('jobs.details')}
        facts={[
          { name: t('fields.userName'), value: userName },
          { name: t('fields.createdAt'), value: createdAt && format.dateTime(createdAt) },
          { name: t('fields.via'), value: via },
        ]}
      />
      {changes.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.cell}>{t('people.field')}</th>
              <th className={styles.cell}>{t('people.before')}</th>
              <th className={styles.cell}>{t('people.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.name}>
                <th className={styles.cell}>{fieldName(t, change.name)}</th>
                <td className={styles.cell}>{change.old ?? ''}</td>
                <td className={styles.cell}>{change.new}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ReadDialog>
  )
}

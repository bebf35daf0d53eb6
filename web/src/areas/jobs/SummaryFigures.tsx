import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { figures, type Summary } from './summary'

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(84px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  number: { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums' },
  bad: { color: tokens.colorPaletteRedForeground1 },
})

/** What a run did, in numbers. */
export function SummaryFigures({ summary }: { readonly summary: Summary }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => {
        const number = summary[figure] ?? 0
        const bad = number > 0 && (figure === 'failed' || figure === 'skipped')
        return (
          <div key={figure} className={styles.figure}>
            <dt className={styles.name}>{t(`jobs.figure_${figure}`)}</dt>
            <dd className={mergeClasses(styles.number, bad && styles.bad)}>{format.number(number)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useWidth } from '@/components/chart/useWidth'
import { useFormat } from '@/i18n/format'
import { waterfall, type Part, type PartKey } from './splitOf'

const ROW = 30
const BAR = 18

const useStyles = makeStyles({
  figure: { margin: 0, minInlineSize: 0, maxInlineSize: '760px' },
  hidden: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  plot: { display: 'block', inlineSize: '100%' },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyBase,
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  sum: { fontWeight: tokens.fontWeightSemibold },
  line: { stroke: tokens.colorNeutralStroke2 },
  plus: { fill: tokens.colorBrandForeground1 },
  minus: { fill: tokens.colorPalettePumpkinBorderActive },
  whole: { fill: tokens.colorNeutralForeground3 },
})

type Props = { readonly parts: readonly Part[]; readonly total: number; readonly currency: string }

/** Of what a payout is made, bar by bar, down to the deposit. */
export function SplitChart({ parts, total, currency }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [place, width] = useWidth<HTMLDivElement>()
  const { bars, zero } = waterfall<PartKey | 'total'>(parts, { key: 'total', amount: total })
  const caption = (key: PartKey | 'total') => t(`payouts.parts.${key}`)
  const names = Math.min(150, width * 0.36)
  const numbers = Math.min(110, width * 0.3)
  const plot = Math.max(0, width - names - numbers)
  const height = bars.length * ROW
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.hidden}>
        {t('payouts.split')}
      </figcaption>
      <div ref={place}>
        {/* The table below it says the same. */}
        <svg className={styles.plot} height={height} aria-hidden>
          {width > 0 && (
            <>
              <line x1={names + zero * plot} x2={names + zero * plot} y1={0} y2={height} className={styles.line} />
              {bars.map(({ key, amount, from, width: part, to }, index) => {
                const isTotal = key === 'total'
                const top = index * ROW
                const hue = isTotal ? styles.whole : amount < 0 ? styles.minus : styles.plus
                const text = mergeClasses(styles.text, isTotal && styles.sum)
                return (
                  <g key={key}>
                    <title>{`${caption(key)}: ${format.amount(amount, currency)}`}</title>
                    <text x={0} y={top + ROW / 2} dominantBaseline="middle" className={text}>
                      {caption(key)}
                    </text>
                    <rect
                      x={names + from * plot}
                      y={top + (ROW - BAR) / 2}
                      width={Math.max(1, part * plot)}
                      height={BAR}
                      className={hue}
                    />
                    {!isTotal && (
                      <line
                        x1={names + to * plot}
                        x2={names + to * plot}
                        y1={top + (ROW + BAR) / 2}
                        y2={top + ROW + (ROW - BAR) / 2}
                        className={styles.line}
                      />
                    )}
                    <text
                      x={width}
                      y={top + ROW / 2}
                      textAnchor="end"
                      dominantBaseline="middle"
                      className={mergeClasses(text, styles.number)}
                    >
                      {format.amount(amount)}
                    </text>
                  </g>
                )
              })}
            </>
          )}
        </svg>
      </div>
      <table className={styles.hidden}>
        <tbody>
          {bars.map(({ key, amount }) => (
            <tr key={key}>
              <th scope="row">{caption(key)}</th>
              <td>{format.amount(amount, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

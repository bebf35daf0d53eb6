import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useFormat } from '@/i18n/format'
import { blocksOf, heightAt, minutesOf, placeOf, topOf, type Column, type MOST_SERIES, type Plot } from './columns'
import { marksOf, stepOf, type Window } from './lanes'
import { useWidth } from './useWidth'

const HEIGHT = 180
/** Below the columns, for the times; above them, for what stands on the highest. */
const FOOT = 24
const HEAD = 12
/** Before the columns, for the numbers. */
const START = 52
const MARK = 4

const useStyles = makeStyles({
  figure: { margin: 0, minInlineSize: 0 },
  caption: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  meaning: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minInlineSize: 0 },
  sign: { flexShrink: 0 },
  told: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  plot: { display: 'block', inlineSize: '100%', blockSize: `${HEAD + HEIGHT + FOOT}px` },
  line: { stroke: tokens.colorNeutralStroke2 },
  text: {
    fill: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyBase,
    fontVariantNumeric: 'tabular-nums',
  },
  limit: { stroke: tokens.colorStatusDangerForeground3, strokeWidth: '2px', strokeDasharray: '6 4' },
  mark: { fill: tokens.colorStatusDangerForeground3 },
  column: { ':hover': { opacity: 0.7 } },
  hue0: { fill: tokens.colorBrandForeground1 },
  hue1: { fill: tokens.colorPaletteBlueBorderActive },
  hue2: { fill: tokens.colorPalettePumpkinBorderActive },
  hue3: { fill: tokens.colorPaletteGrapeBorderActive },
  hue4: { fill: tokens.colorPaletteBrownBorderActive },
  hue5: { fill: tokens.colorNeutralForeground4 },
})

const HUES = ['hue0', 'hue1', 'hue2', 'hue3', 'hue4', 'hue5'] as const satisfies { readonly length: typeof MOST_SERIES }
type Hue = (typeof HUES)[number]

/** What is counted: its name, and how much there was of it, in words, for everyone. */
export type Series = { readonly key: string; readonly label: string; readonly told: string }

type Props = {
  readonly title: string
  readonly window: Window
  /** From the bottom up; no more than can be told apart: `MOST_SERIES`. */
  readonly series: readonly Series[]
  /** What was counted, in columns of so many minutes. */
  readonly columns: (minutes: number) => readonly Column[]
  /** A value that is not passed for long, with its name. */
  readonly limit?: { readonly value: number; readonly label: string } | undefined
  /** What the sign upon a column means. */
  readonly mark: string
}

/** How much of what there was over time, one upon the other, and how far that was from a limit. */
export function StackedColumns({ title, window, series, columns, limit, mark }: Props) {
  const styles = useStyles()
  const id = useId()
  const [place, measured] = useWidth<HTMLDivElement>()
  const width = Math.max(0, measured - START)
  const minutes = minutesOf(window, width)
  const shown = columns(minutes)
  const most = Math.max(
    limit?.value ?? 0,
    ...shown.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)),
  )
  const plot: Plot = { window, top: topOf(most), width, height: HEIGHT }
  const hues = new Map(series.map(({ key }, index) => [key, HUES[Math.min(index, HUES.length - 1)] ?? 'hue0']))
  const marked = shown.some((column) => column.marked)
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {title}
      </figcaption>
      <div ref={place}>
        {/* The words below it say the same of the whole time. */}
        <svg className={styles.plot} aria-hidden>
          {width > 0 && (
            <g transform={`translate(${START} ${HEAD})`}>
              <Axes plot={plot} />
              {shown.map((column) => (
                <g key={column.at} className={styles.column}>
                  <title>{column.title}</title>
                  {blocksOf(column, plot, minutes).map(({ series: key, ...block }) => (
                    <rect key={key} {...block} className={styles[hues.get(key) ?? 'hue5']} />
                  ))}
                  {column.marked && <path d={signOn(column, plot, minutes)} className={styles.mark} />}
                </g>
              ))}
              {limit && (
                <line
                  x1={0}
                  x2={width}
                  y1={heightAt(plot, limit.value)}
                  y2={heightAt(plot, limit.value)}
                  className={styles.limit}
                />
              )}
            </g>
          )}
        </svg>
      </div>
      <ul className={styles.legend}>
        {series.map(({ key, label, told }) => (
          <li key={key} className={styles.meaning}>
            <Square hue={hues.get(key) ?? 'hue5'} />
            <span>
              {label} <span className={styles.told}>{told}</span>
            </span>
          </li>
        ))}
        {limit && (
          <li className={styles.meaning}>
            <svg className={styles.sign} width={20} height={12} aria-hidden>
              <line x1={0} x2={20} y1={6} y2={6} className={styles.limit} />
            </svg>
            {limit.label}
          </li>
        )}
        {marked && (
          <li className={styles.meaning}>
            <svg className={styles.sign} width={12} height={12} aria-hidden>
              <path d="M 2 2 h 8 l -4 8 z" className={styles.mark} />
            </svg>
            {mark}
          </li>
        )}
      </ul>
    </figure>
  )
}

/** The numbers, the times, and their lines. */
function Axes({ plot }: { readonly plot: Plot }) {
  const styles = useStyles()
  const format = useFormat()
  const { window, top, width, height } = plot
  return (
    <>
      {[0, 1, 2, 3, 4].map((quarter) => {
        const value = (top * quarter) / 4
        const y = heightAt(plot, value)
        return (
          <g key={quarter}>
            <line x1={0} x2={width} y1={y} y2={y} className={styles.line} />
            {quarter % 2 === 0 && (
              <text x={-8} y={y + 4} textAnchor="end" className={styles.text}>
                {format.number(value)}
              </text>
            )}
          </g>
        )
      })}
      {marksOf(window, stepOf(window, width)).map((instant) => {
        const x = placeOf(plot, instant)
        const anchor = x < 20 ? 'start' : x > width - 20 ? 'end' : 'middle'
        return (
          <g key={instant}>
            <line x1={x} x2={x} y1={height} y2={height + 4} className={styles.line} />
            <text x={x} y={height + FOOT - 6} textAnchor={anchor} className={styles.text}>
              {format.clock(new Date(instant).toISOString())}
            </text>
          </g>
        )
      })}
    </>
  )
}

function Square({ hue }: { readonly hue: Hue }) {
  const styles = useStyles()
  return (
    <svg className={styles.sign} width={12} height={12} aria-hidden>
      <rect width={12} height={12} rx={2} className={styles[hue]} />
    </svg>
  )
}

/** A tip that points at the top of a column. */
function signOn(column: Column, plot: Plot, minutes: number): string {
  const blocks = blocksOf(column, plot, minutes)
  const y = Math.min(plot.height, ...blocks.map((block) => block.y))
  const middle = placeOf(plot, column.at + minutes * 30_000)
  return `M ${middle - MARK} ${y - 2 * MARK - 2} h ${2 * MARK} l ${-MARK} ${2 * MARK} z`
}

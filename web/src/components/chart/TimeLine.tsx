import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, type MouseEvent } from 'react'
import { useFormat } from '@/i18n/format'
import type { Tone } from '@/components/status/tone'
import { barsOf, marksOf, stepOf, type Lane, type Span, type Window } from './lanes'
import { useWidth } from './useWidth'

const HEIGHT = 28

const useStyles = makeStyles({
  figure: { margin: 0 },
  caption: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  legend: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  meaning: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minBlockSize: `${HEIGHT}px` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 300px) minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)', paddingBlock: tokens.spacingVerticalS },
  },
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  axis: { '@media (max-width: 700px)': { display: 'none' } },
  name: { display: 'flex', flexDirection: 'column', minInlineSize: 0 },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  told: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  strip: { display: 'block', inlineSize: '100%', blockSize: `${HEIGHT}px` },
  mark: { stroke: tokens.colorNeutralStroke2 },
  time: { fill: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontFamily: tokens.fontFamilyBase },
  bar: { cursor: 'pointer', ':hover': { opacity: 0.7 } },
  good: { fill: tokens.colorStatusSuccessForeground3 },
  busy: { fill: tokens.colorBrandForeground1 },
  warning: { fill: tokens.colorStatusWarningForeground3 },
  bad: { fill: tokens.colorStatusDangerForeground3 },
  neutral: { fill: tokens.colorNeutralForeground4 },
})

/** How high a bar is: those that need a look stand out by more than their colour. */
const HEIGHTS: Readonly<Record<Tone, number>> = { good: 12, neutral: 12, busy: 16, warning: 20, bad: HEIGHT }

type Props = {
  readonly title: string
  readonly lanes: readonly Lane[]
  readonly window: Window
  /** What the colours mean. */
  readonly legend: readonly { readonly tone: Tone; readonly caption: string }[]
  /** What a lane shows, in words, for everyone. */
  readonly summary: (lane: Lane) => string
  /** Called with the span that was clicked. What it opens has to be reached by keyboard elsewhere, as from a table. */
  readonly onOpen: (span: Span) => void
}

/** What happened when, a lane for each thing. */
export function TimeLine({ title, lanes, window, legend, summary, onOpen }: Props) {
  const styles = useStyles()
  const format = useFormat()
  const id = useId()
  const [axis, measured] = useWidth<HTMLDivElement>()
  const marks = marksOf(window, stepOf(window, measured))
  const at = (mark: number) => ((mark - window.from) / (window.to - window.from)) * measured
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {title}
      </figcaption>
      <ul className={styles.legend}>
        {legend.map(({ tone, caption }) => (
          <li key={caption} className={styles.meaning}>
            <svg width={4} height={HEIGHTS[tone]} aria-hidden>
              <rect width={4} height={HEIGHTS[tone]} className={styles[tone]} />
            </svg>
            {caption}
          </li>
        ))}
      </ul>
      <div className={styles.row} aria-hidden>
        <span className={styles.axis} />
        <div ref={axis}>
          <svg className={styles.strip}>
            {marks.map((mark) => (
              <text
                key={mark}
                x={at(mark)}
                y={HEIGHT - 8}
                className={styles.time}
                textAnchor={anchor(at(mark), measured)}
              >
                {format.clock(new Date(mark).toISOString())}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <ul>
        {lanes.map((lane) => (
          <li key={lane.key} className={mergeClasses(styles.row, styles.ruled)}>
            <span className={styles.name}>
              <span className={styles.label} title={lane.label}>
                {lane.label}
              </span>
              <span className={styles.told}>{summary(lane)}</span>
            </span>
            {/* The words beside it say the same, and a table opens single spans by keyboard. */}
            <svg className={styles.strip} aria-hidden onClick={(event) => open(event, lane, onOpen)}>
              {marks.map((mark) => (
                <line key={mark} x1={at(mark)} x2={at(mark)} y1={0} y2={HEIGHT} className={styles.mark} />
              ))}
              {barsOf(lane, window, measured).map(({ span, x, width }) => (
                <rect
                  key={span.id}
                  data-span={span.id}
                  className={mergeClasses(styles.bar, styles[span.tone])}
                  x={x}
                  width={width}
                  y={(HEIGHT - HEIGHTS[span.tone]) / 2}
                  height={HEIGHTS[span.tone]}
                >
                  <title>{span.title}</title>
                </rect>
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** The first and the last time keep inside. */
const anchor = (x: number, width: number) => (x < 20 ? 'start' : x > width - 20 ? 'end' : 'middle')

function open(event: MouseEvent, { spans }: Lane, onOpen: Props['onOpen']) {
  const id = event.target instanceof Element ? event.target.closest('rect')?.getAttribute('data-span') : undefined
  const span = spans.find((one) => one.id === id)
  if (span) onOpen(span)
}

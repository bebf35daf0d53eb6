import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import type { Cue } from '@/api/cues'
import { useFormat } from '@/i18n/format'

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    gap: tokens.spacingVerticalS,
    minBlockSize: '96px',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  favorable: { borderTopColor: tokens.colorPaletteGreenBorderActive },
  ambiguous: { borderTopColor: tokens.colorPaletteMarigoldBorderActive },
  unfavorable: { borderTopColor: tokens.colorPaletteRedBorderActive },
  subordinate: {},
  count: { fontSize: tokens.fontSizeHero800, lineHeight: 1, fontVariantNumeric: 'tabular-nums' },
  caption: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type Props = {
  readonly caption: string
  readonly count: number
  readonly style: Cue['style']
  /** What the style means, for those who don't see colours. */
  readonly meaning: string
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** How many of something there are; leads to the list of them. */
export function CueTile({ caption, count, style, meaning, to, search = {} }: Props) {
  const styles = useStyles()
  const format = useFormat()
  const router = useRouter()
  const target = { to, search: search as never }
  return (
    <a
      className={mergeClasses(styles.tile, styles[style])}
      href={router.buildLocation(target).href}
      aria-label={`${caption}: ${format.number(count)}${meaning ? `, ${meaning}` : ''}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return
        event.preventDefault()
        void router.navigate(target)
      }}
    >
      <span className={styles.count}>{format.number(count)}</span>
      <span className={styles.caption}>{caption}</span>
    </a>
  )
}

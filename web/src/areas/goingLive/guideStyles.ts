import { makeStyles, tokens } from '@fluentui/react-components'

/** How a step of the guide looks. */
export const useGuideStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxInlineSize: '900px' },
  place: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  // It is where the step begins, but nothing that can be pressed.
  heading: { outlineStyle: 'none', fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  part: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
    columnGap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  end: { textAlign: 'end', justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  said: { flex: '1 1 320px' },
  name: { fontWeight: tokens.fontWeightSemibold, minInlineSize: '120px' },
  muted: { color: tokens.colorNeutralForeground3 },
})

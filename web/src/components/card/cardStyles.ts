import { makeStyles, tokens } from '@fluentui/react-components'

export const useCardStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minBlockSize: '100%',
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 700px)': { paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalM },
  },
  header: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  caption: { color: tokens.colorNeutralForeground3 },
  titleRow: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalXXL,
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  tabs: { minInlineSize: 0 },
  facts: {
    inlineSize: '280px',
    paddingInlineStart: tokens.spacingHorizontalXL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1100px)': { inlineSize: 'auto', padding: 0, border: 'none' },
  },
})

import { makeStyles, tokens } from '@fluentui/react-components'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import type { AnyColumn } from './definition'
import { widthOf } from './valueText'

const CHECK = 40

/** The widths of the cells of a row. The last column takes what is left. */
export function gridColumns(entity: EntitySet, columns: readonly AnyColumn[], selects: boolean): string {
  const widths = columns.map(({ field, width }, index) => {
    const own = width ?? widthOf(fieldOf(entity, field).kind)
    return index === columns.length - 1 ? `minmax(${own}px, 1fr)` : `${own}px`
  })
  return [...(selects ? [`${CHECK}px`] : []), ...widths].join(' ')
}

export const useGridStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minBlockSize: '120px',
    overflow: 'auto',
    overflowAnchor: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
  inline: { flexGrow: 0, maxBlockSize: '420px', minBlockSize: 0 },
  dimmed: { opacity: 0.55 },
  rows: { position: 'relative', minInlineSize: 'max-content' },
  header: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    display: 'grid',
    minInlineSize: 'max-content',
    blockSize: '36px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  headerNarrow: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  headerSelecting: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  headerCell: {
    display: 'flex',
    alignItems: 'center',
    minInlineSize: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  headerText: {
    inlineSize: '100%',
    paddingInline: tokens.spacingHorizontalS,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    inlineSize: '100%',
    blockSize: '100%',
    minInlineSize: 0,
    paddingInline: tokens.spacingHorizontalS,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > svg': { flexShrink: 0 },
  },
  sortEnd: { justifyContent: 'flex-end', textAlign: 'end' },
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetBlockStart: 0,
    display: 'grid',
    alignItems: 'center',
    inlineSize: '100%',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  rowSelected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  rowNarrow: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    paddingInline: tokens.spacingHorizontalXS,
    columnGap: tokens.spacingHorizontalS,
    minInlineSize: 0,
  },
  rowSelecting: { gridTemplateColumns: `${CHECK}px minmax(0, 1fr) auto` },
  cell: {
    minInlineSize: 0,
    paddingInline: tokens.spacingHorizontalS,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: '28px',
    '& > svg': { verticalAlign: 'middle' },
  },
  cellActive: {
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  check: { display: 'flex', justifyContent: 'center' },
  checkAll: { paddingInline: tokens.spacingHorizontalXS },
  title: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    '& > *': { overflow: 'hidden', textOverflow: 'ellipsis' },
    // What comes first is short, as a rule; a long text after it takes the rest.
    '& > :first-child': { flexShrink: 0, maxInlineSize: '60%' },
    '& > :empty': { display: 'none' },
  },
  end: {
    paddingInlineEnd: tokens.spacingHorizontalS,
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
})

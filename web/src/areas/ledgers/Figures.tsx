import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Scrolled } from '@/components/page/Scrolled'

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', minInlineSize: 'min(100%, 480px)', maxInlineSize: '760px' },
  cell: {
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    textAlign: 'start',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  head: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold },
  figure: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  sum: { fontWeight: tokens.fontWeightSemibold },
})

type Props = {
  /** What a screen reader calls it. */
  readonly label: string
  readonly columns: readonly { readonly caption: string; readonly figure?: true }[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** What they come to. */
  readonly sum?: readonly ReactNode[]
}

/** A short table of figures, all of it at once. */
export function Figures({ label, columns, rows, sum }: Props) {
  const styles = useStyles()
  const cell = (index: number) => mergeClasses(styles.cell, columns[index]?.figure && styles.figure)
  return (
    <Scrolled label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ caption }, index) => (
              <th key={caption} scope="col" className={mergeClasses(cell(index), styles.head)}>
                {caption}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((content, index) => (
                <td key={columns[index]?.caption} className={cell(index)}>
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sum && (
          <tfoot>
            <tr>
              {sum.map((content, index) => (
                <td key={columns[index]?.caption} className={mergeClasses(cell(index), styles.sum)}>
                  {content}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </Scrolled>
  )
}

/** The active cell of a grid. Row −1 is none. */
export type Cursor = { readonly row: number; readonly column: number }

/** How large the grid is, and how many rows it shows at once. */
export type Extent = { readonly rows: number; readonly columns: number; readonly page: number }

/** A key, as an event tells it. */
export type Key = { readonly key: string; readonly ctrlKey: boolean }

/** Where a key leads from `cursor`; nothing, when it is none of the keys that move. */
export function move(cursor: Cursor, { key, ctrlKey }: Key, { rows, columns, page }: Extent): Cursor | undefined {
  const last = rows - 1
  const to = (row: number, column = cursor.column): Cursor => ({
    row: Math.max(0, Math.min(last, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  })
  if (rows === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return to(ctrlKey ? last : cursor.row + 1)
    case 'ArrowUp':
      return to(ctrlKey ? 0 : cursor.row - 1)
    case 'ArrowRight':
      return to(cursor.row, cursor.column + 1)
    case 'ArrowLeft':
      return to(cursor.row, cursor.column - 1)
    case 'PageDown':
      return to(cursor.row + page)
    case 'PageUp':
      return to(cursor.row - page)
    case 'Home':
      return ctrlKey ? to(0, 0) : to(cursor.row, 0)
    case 'End':
      return ctrlKey ? to(last, columns - 1) : to(cursor.row, columns - 1)
    default:
      return undefined
  }
}

/** The ids from one row to another, in either direction. */
export function between(ids: readonly string[], from: number, to: number): string[] {
  return ids.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
}

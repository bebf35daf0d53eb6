/** A cell: the row, by the id of its record or `NEW`, and the field. */
export type Place = { readonly row: string; readonly field: string }

/** The row in which a new line is entered. */
export const NEW = 'new'

/** Where a key leads, among the rows and fields that can be entered; nothing, when it stays. */
export function nextPlace(
  { row, field }: Place,
  key: { readonly key: string; readonly shiftKey: boolean },
  cells: readonly { readonly row: string; readonly fields: readonly string[] }[],
): Place | undefined {
  const at = cells.findIndex((cell) => cell.row === row)
  if (at < 0) return undefined
  const step = stepOf(key)
  if (!step) return undefined
  const to = cells[at + step]
  const [first] = to?.fields ?? []
  if (!to || first === undefined) return undefined
  // Below the last line a new one begins, at its beginning.
  if (to.row === NEW && key.key === 'Enter') return { row: NEW, field: first }
  return { row: to.row, field: to.fields.includes(field) ? field : first }
}

function stepOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): number {
  if (key === 'Enter') return shiftKey ? -1 : 1
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}

/** The field after another in its row; the first, when the other is not there, and the last when there is none after. */
export function fieldAfter(field: string, fields: readonly string[]): string {
  return fields[fields.indexOf(field) + 1] ?? fields.at(-1) ?? field
}

/** What can be found by typing. */
export type Findable = { readonly caption: string; readonly keywords?: string }

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** How well `entry` answers `words`: smaller is better; nothing, when a word is nowhere in it. */
function distance(entry: Findable, words: readonly string[]): number | undefined {
  const caption = folded(entry.caption)
  const all = `${caption} ${folded(entry.keywords ?? '')}`
  let sum = 0
  for (const word of words) {
    if (!all.includes(word)) return undefined
    if (caption.startsWith(word)) sum += 0
    else if (caption.includes(` ${word}`)) sum += 1
    else sum += caption.includes(word) ? 2 : 3
  }
  return sum
}

/** The entries that answer what was typed, the best first; all of them, when nothing was typed. */
export function find<T extends Findable>(entries: readonly T[], typed: string): T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  return entries
    .map((entry) => ({ entry, distance: distance(entry, words) }))
    .filter((found): found is { entry: T; distance: number } => found.distance !== undefined)
    .sort((a, b) => a.distance - b.distance)
    .map(({ entry }) => entry)
}

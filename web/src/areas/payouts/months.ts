/** The months up to that of a day, the newest first, as `2026-11`. */
export function months(day: string, count: number): readonly string[] {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7))
}

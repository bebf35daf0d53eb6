/** Reads a time of day: `9`, `0930`, `9:30`, `9.30`, `093015`. Gives `09:30`, with seconds where there are some. */
export function parseTime(text: string): string | undefined {
  const written = text.trim()
  const [, hour, minute = '00', second = '00'] =
    /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?$/.exec(written) ?? /^(\d{2})(\d{2})(\d{2})?$/.exec(written) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const time = `${hour.padStart(2, '0')}:${minute}`
  return second === '00' ? time : `${time}:${second}`
}

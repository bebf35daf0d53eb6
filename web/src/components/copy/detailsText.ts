/** Names and values as support reads them, a line each; what has no value is left out. */
export function detailsText(details: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** The zone in which the person who copies sees times. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

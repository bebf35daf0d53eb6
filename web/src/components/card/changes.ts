/** The fields of a record, by their names in the API. */
export type Values = Readonly<Record<string, unknown>>

/** The draft after `name` was given `value`; what is again as it was is no change. */
export function withChange(base: Values, draft: Values, name: string, value: unknown): Values {
  const { [name]: _, ...others } = draft
  return (base[name] ?? '') === (value ?? '') ? others : { ...others, [name]: value }
}

/** A field that someone else has changed meanwhile: as it was, as they left it, and as the user wants it, if they do. */
export type Difference = {
  readonly name: string
  readonly before: unknown
  readonly theirs: unknown
  readonly mine?: unknown
}

const NOT_CONTENT = new Set(['@odata.etag', 'lastModifiedAt', 'lastModifiedDateTime'])

/** What someone else has changed between `base` and `theirs`, those first that the user changes too. */
export function differences(base: Values, theirs: Values, draft: Values): Difference[] {
  const names = Object.keys(theirs).filter((name) => !NOT_CONTENT.has(name) && base[name] !== theirs[name])
  const found = names.map((name) => ({
    name,
    before: base[name],
    theirs: theirs[name],
    ...(name in draft ? { mine: draft[name] } : {}),
  }))
  return found.sort((a, b) => Number('mine' in b) - Number('mine' in a))
}

/** What of `draft` is entered still, once `sent` is saved: fields that were changed while it was on its way. */
export const withoutSent = (draft: Values, sent: Values): Values =>
  Object.fromEntries(Object.entries(draft).filter(([name, value]) => !(name in sent) || sent[name] !== value))

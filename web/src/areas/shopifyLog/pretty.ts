/** JSON with an indented line for each value, after the document of GraphQL in it; a text that is none, as it is. */
export function pretty(text: string): string {
  try {
    const json: unknown = JSON.parse(text)
    if (!isRequest(json)) return JSON.stringify(json, null, 2)
    const { query, ...rest } = json
    return Object.keys(rest).length ? `${query}\n\n${JSON.stringify(rest, null, 2)}` : query
  } catch {
    return text
  }
}

const isRequest = (json: unknown): json is { readonly query: string } =>
  typeof json === 'object' && json !== null && 'query' in json && typeof json.query === 'string'

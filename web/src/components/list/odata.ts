import { exactly } from './exactly'

const COMPARISON = /^\s*(\w+)\s+(eq|ne|gt|ge|lt|le)\s+('(?:[^']|'')*'|[\w.:+-]+)\s*$/
const OPERATORS: Record<string, string> = { eq: '', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' }

/**
 * The filter expressions, one a field, that say the same as an OData filter: comparisons joined by `and`, and
 * parentheses of equalities of one field joined by `or`. Nothing, when it can't be said so.
 */
export function expressionsOf(odata: string): Record<string, string> | undefined {
  const expressions: Record<string, string> = {}
  for (const part of split(odata, 'and')) {
    const found = alternatives(part)
    if (!found) return undefined
    const [field, expression] = found
    const before = expressions[field]
    if (before !== undefined && (before.includes('|') || expression.includes('|'))) return undefined
    expressions[field] = before === undefined ? expression : `${before}&${expression}`
  }
  return expressions
}

function alternatives(part: string): [string, string] | undefined {
  const inner = /^\((.*)\)$/s.exec(part.trim())?.[1] ?? part
  const comparisons = split(inner, 'or').map(comparison)
  const field = comparisons[0]?.[0]
  if (!field || comparisons.some((c) => c?.[0] !== field)) return undefined
  return [field, comparisons.map((c) => c?.[1]).join('|')]
}

function comparison(text: string): [string, string] | undefined {
  const [, field, operator, value] = COMPARISON.exec(text) ?? []
  if (!field || !operator || !value) return undefined
  return [field, `${OPERATORS[operator]}${valueOf(value)}`]
}

/** A literal as filter expressions write it; text that could be read as more than text is quoted. */
function valueOf(literal: string): string {
  if (literal === 'true') return 'Yes'
  if (literal === 'false') return 'No'
  if (!literal.startsWith("'")) return literal
  const text = literal.slice(1, -1).replaceAll("''", "'")
  return exactly(text)
}

/** Splits at a word that stands outside of texts and parentheses. */
function split(text: string, word: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === "'") quoted = !quoted
    else if (!quoted && c === '(') depth++
    else if (!quoted && c === ')') depth--
    else if (!quoted && depth === 0 && text.startsWith(` ${word} `, i)) {
      parts.push(text.slice(start, i))
      start = i + word.length + 2
    }
  }
  return [...parts, text.slice(start)]
}

/** The expression that lets the chosen options through. */
export function expressionOfOptions(chosen: readonly string[]): string {
  return chosen.map((value) => (value === '' || /[|&<>=*?@()'".]/.test(value) ? `'${value}'` : value)).join('|')
}

/** The options that an expression chooses; nothing, when it says more than a choice does. */
export function optionsOfExpression(expression: string, options: readonly string[]): readonly string[] | undefined {
  if (!expression.trim()) return []
  const parts = expression.split('|').map((part) => part.trim().replace(/^'(.*)'$/, '$1'))
  const found = parts.map((part) => options.find((option) => option.toLowerCase() === part.toLowerCase()))
  return found.every((option) => option !== undefined) ? found : undefined
}

/** What an expression says of a field that is yes or no. */
export function booleanOfExpression(expression: string): 'Yes' | 'No' | undefined {
  if (/^(yes|true|1)$/i.test(expression.trim())) return 'Yes'
  return /^(no|false|0)$/i.test(expression.trim()) ? 'No' : undefined
}

/** Reads a number as people write it: `1 234,50`, `1,234.50`, `1234.5`; nothing, when it is none. */
export function parseNumber(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f']/g, '')
  const decimal = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const whole = decimal < 0 ? bare : bare.slice(0, decimal)
  const plain = whole.replaceAll(/[.,]/g, '') + (decimal < 0 ? '' : `.${bare.slice(decimal + 1)}`)
  return /^[-+]?\d*\.?\d+$/.test(plain) || /^[-+]?\d+\.$/.test(plain) ? Number(plain) : undefined
}

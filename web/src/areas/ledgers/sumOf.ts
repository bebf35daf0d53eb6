const FINEST = 100_000

/** A sum of figures with at most five decimals, as exact as they are: without what binary fractions leave behind. */
export const sumOf = (figures: readonly number[]) =>
  figures.reduce((sum, figure) => sum + Math.round(figure * FINEST), 0) / FINEST

/** The texts of `components/input`. */
export const input = {} as const

/** The texts of the shell. */
export const app = {
  name: 'Kobling',
} as const

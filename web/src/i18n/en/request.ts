/** The texts of `components/request`. */
export const request = {} as const

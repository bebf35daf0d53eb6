import { first } from './first'
import { rest } from './rest'

/** All English texts, by area. */
export const en = { ...first, ...rest } as const

import type { Area } from '../messages'

export const input: Area<'input'> = {}

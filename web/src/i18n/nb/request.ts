import type { Area } from '../messages'

export const request: Area<'request'> = {}

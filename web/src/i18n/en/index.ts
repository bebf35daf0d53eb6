import { app } from './app'
import { input } from './input'
import { request } from './request'

/** All English texts, by area. */
export const en = { app, input, request } as const

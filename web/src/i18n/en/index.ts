import { app } from './app'
import { fields } from './fields'
import { input } from './input'
import { options } from './options'
import { request } from './request'

/** All English texts, by area. */
export const en = { app, fields, input, options, request } as const

import type { Messages } from '../messages'
import { app } from './app'
import { fields } from './fields'
import { input } from './input'
import { options } from './options'
import { request } from './request'

/** Alle norske tekster, etter område. */
export const nb: Messages = { app, fields, input, options, request }

import type { Messages } from '../messages'
import { app } from './app'
import { input } from './input'
import { request } from './request'

/** Alle norske tekster, etter område. */
export const nb: Messages = { app, input, request }

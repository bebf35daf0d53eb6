import { expect, it } from 'vitest'
import { ApiError } from '@/api/client'
import { stands } from './letIn'

const refused = (status: number, message: string) => new ApiError(status, 'Conflict', message, 'POST /…')
const noAddress = refused(409, 'this server has no public address: start it with `kobling serve --public-url`')
const noApp = refused(409, 'the shop NORTH was not given an app')

it('a server that nobody could come back to is told of before anything is entered', () => {
  expect(stands(noAddress, { connectionType: 'Access Token' })).toBe(true)
  expect(stands(noAddress, { connectionType: 'Client Credentials' })).toBe(true)
})

it('a shop without an app is about to be given one', () => {
  expect(stands(noApp, { connectionType: 'Access Token' })).toBe(false)
})

it('what else is refused is told of', () => {
  expect(stands(refused(409, 'another installation'), { connectionType: 'Refresh Token' })).toBe(true)
  expect(stands(refused(403, ''), { connectionType: 'Access Token' })).toBe(true)
  expect(stands(new TypeError('a fault'), { connectionType: 'Access Token' })).toBe(true)
})

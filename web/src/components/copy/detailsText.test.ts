import { expect, it } from 'vitest'
import { detailsText } from './detailsText'

it('details are a line each, without those that say nothing', () => {
  expect(detailsText({ Task: '30104', Attempts: 0, Error: '', End: null, Worker: undefined })).toBe(
    'Task: 30104\nAttempts: 0',
  )
})

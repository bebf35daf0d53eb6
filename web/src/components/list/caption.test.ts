import { expect, it } from 'vitest'
import { columnOf } from './caption'

it('a field is called as the columns call it, and by its own name where none of them shows it', () => {
  const columns = [{ field: 'displayName', caption: 'description' }] as const
  expect(columnOf(columns, 'displayName').caption).toBe('description')
  expect(columnOf(columns, 'gtin')).toEqual({ field: 'gtin' })
})

import { describe, expect, it } from 'vitest'
import { readDetail } from './changedFields'

describe('an entry of the audit log', () => {
  it('says what a field was and what it is', () => {
    const detail = JSON.stringify({ enabled: { old: false, new: true }, code: { new: 'NOK' }, name: { old: 'Krone' } })
    expect(readDetail(detail)).toEqual([
      { name: 'enabled', old: 'false', new: 'true' },
      { name: 'code', new: 'NOK' },
      { name: 'name', old: 'Krone', new: '' },
    ])
  })

  it('says other things as they are', () => {
    expect(readDetail('{"orders":["#1"],"reason":"test"}')).toEqual([
      { name: 'orders', new: '["#1"]' },
      { name: 'reason', new: 'test' },
    ])
    expect(readDetail('{}')).toEqual([])
    expect(readDetail('no JSON')).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { nameOf } from './nameOf'

test('a customer is called by its name, else by what else is known', () => {
  expect(nameOf({ firstName: 'Kari', lastName: 'Nordmann', email: 'kari@example.com' })).toBe('Kari Nordmann')
  expect(nameOf({ firstName: '', lastName: '', email: 'kari@example.com' })).toBe('kari@example.com')
  expect(nameOf({ firstName: '', lastName: '', email: '', phoneNumber: '', shopifyCustomerId: 7 })).toBe('7')
})

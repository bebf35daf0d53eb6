import { expect, it } from 'vitest'
import { isStep, stepFrom, steps } from './steps'

it('goes step by step and stays at its ends', () => {
  expect(stepFrom('Sync', 1)).toBe('Accounts')
  expect(stepFrom('Accounts', -1)).toBe('Sync')
  expect(stepFrom('Sync', -1)).toBe('Sync')
  expect(stepFrom('Live', 1)).toBe('Live')
})

it('knows its own steps only', () => {
  expect(steps.every(isStep)).toBe(true)
  expect(isStep('vat')).toBe(false)
  expect(isStep(undefined)).toBe(false)
})

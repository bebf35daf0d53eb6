import { describe, expect, it } from 'vitest'
import { booleanOfExpression, expressionOfOptions, optionsOfExpression } from './choices'

const options = ['', 'On Hold', 'Error', 'Item No. + Variant Code']

describe('a choice of options', () => {
  it.each([[['Error']], [['Error', 'On Hold']], [['', 'Item No. + Variant Code']], [[]]])(
    '%j comes back as it went',
    (chosen) => {
      expect(optionsOfExpression(expressionOfOptions(chosen), options)).toEqual(chosen)
    },
  )

  it('is found whatever the case', () => {
    expect(optionsOfExpression('error | on hold', options)).toEqual(['Error', 'On Hold'])
  })

  it('is not what an expression with operators says', () => {
    expect(optionsOfExpression('<>Error', options)).toBeUndefined()
  })
})

it('yes and no are understood as the server understands them', () => {
  expect(['Yes', 'true', 'NO', '0', '<>Yes'].map(booleanOfExpression)).toEqual(['Yes', 'Yes', 'No', 'No', undefined])
})

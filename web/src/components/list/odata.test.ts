import { describe, expect, it } from 'vitest'
import { expressionsOf } from './odata'

describe('an OData filter as filter expressions', () => {
  it.each([
    ['processed eq false', { processed: 'No' }],
    ["status eq 'Error'", { status: 'Error' }],
    ["status eq 'Error' and objectIdToRun eq 30104", { status: 'Error', objectIdToRun: '30104' }],
    ["(status eq 'Ready' or status eq 'Waiting')", { status: 'Ready|Waiting' }],
    ["status eq 'Ready' or status eq 'Waiting'", { status: 'Ready|Waiting' }],
    ['quantity ge 1 and quantity lt 5', { quantity: '>=1&<5' }],
    ["description eq 'Nuts & bolts'", { description: "'Nuts & bolts'" }],
    ["description eq 'Olsen''s and co'", { description: "'Olsen''s and co'" }],
    ["errorMessage ne ''", { errorMessage: "<>''" }],
  ])('%s', (odata, expressions) => expect(expressionsOf(odata)).toEqual(expressions))

  it.each(["contains(name,'a')", 'a eq 1 or b eq 2', 'not (a eq 1)', '(a eq 1 or a eq 2) and a ne 3'])(
    'can not say %s',
    (odata) => expect(expressionsOf(odata)).toBeUndefined(),
  )
})

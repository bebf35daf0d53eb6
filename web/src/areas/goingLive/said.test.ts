import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { nb } from '@/i18n/nb'
import { said } from './said'

beforeAll(async () => {
  await i18next.init({
    lng: 'nb',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    resources: { en: { app: en }, nb: { app: nb } },
  })
})

const number = (value: number) => String(value).replace('.', ',')
const found = (code: string, parameters: Record<string, unknown> = {}) =>
  said(i18next.t, number, { code, parameters, message: 'As the server says it.' })

it('what is found is said in the language of whoever looks', () => {
  expect(found('variantsMapped', { variants: 7 })).toBe('Alle 7 varianter er varer her.')
  expect(found('accountsMissing', { fields: ['tipAccount', 'dutiesAccount'] })).toContain(
    `Velg ${nb.fields.tipAccount}, ${nb.fields.dutiesAccount}.`,
  )
  expect(found('jobsMissing', { objects: [30104] })).toContain(nb.tasks.t30104)
  expect(found('noDefaultCustomer')).toContain(nb.fields.defaultCustomerNumber)
})

it('a rate that differs is told with its subject, its rates and how many more there are', () => {
  const parameters = {
    country: 'DE',
    subject: 'Gift Cards',
    vatBusPostingGroup: 'HJEMME',
    vatProdPostingGroup: 'HIGH',
    shopifyPercent: '19.5',
    percent: '25',
    shopifyOrderNumber: '#1001',
    more: 2,
  }
  const sentence = found('rateDiffers', parameters)
  expect(sentence).toMatch(/^DE: Shopify beregnet 19,5 % på gavekort \(ordre #1001\)/)
  expect(sentence).toMatch(/sier 25 %.* Og 2 til\.$/)
})

it('what we have no words for is said as the server says it', () => {
  expect(found('ofALaterVersion')).toBe('As the server says it.')
})

import { expect, it } from 'vitest'
import { navigation } from '@/app/navigation'
import description from '../../../openapi.json?raw'
import { cuePages } from './cuePages'

type Description = { components: { schemas: { CueBody: { properties: { entity: { enum: string[] } } } } } }

it('there is a page for each list in which a cue is found', () => {
  const { CueBody } = (JSON.parse(description) as Description).components.schemas
  expect(Object.keys(cuePages).sort()).toEqual(CueBody.properties.entity.enum.sort())
})

it('each of them is a page that one can go to', () => {
  const addresses = navigation.flatMap(({ pages }) => pages.map(({ to }) => to))
  expect(Object.values(cuePages).filter((page) => !addresses.includes(page))).toEqual([])
})

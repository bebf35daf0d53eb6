import { expect, it } from 'vitest'
import type { Cue } from '@/api/cues'
import { navigation } from '@/app/navigation'
import { expressionsOf } from '@/components/list/odata'
import description from '../../../openapi.json?raw'
import { cuePages, searchOf } from './cuePages'

type Description = { components: { schemas: { CueBody: { properties: { entity: { enum: string[] } } } } } }

it('there is a page for each list in which a cue is found', () => {
  const { CueBody } = (JSON.parse(description) as Description).components.schemas
  expect(Object.keys(cuePages).sort()).toEqual(CueBody.properties.entity.enum.sort())
})

it('each of them is a page that one can go to', () => {
  const addresses = navigation.flatMap(({ pages }) => pages.map(({ to }) => to))
  expect(Object.values(cuePages).filter((page) => !addresses.includes(page))).toEqual([])
})

const shipments: Cue = {
  name: 'unprocessedShipments',
  group: 'shopifyActivities',
  count: 1,
  style: 'ambiguous',
  entity: 'salesShipments',
  filter: "sourceKind eq 'Shopify Order' and shopifyFulfillmentId eq 0",
}

it('a tile leads to its own records, and says of which shop it counts', () => {
  expect(searchOf(shipments, undefined)).toEqual({ odata: shipments.filter })
  expect(searchOf(shipments, 'NORTH')).toEqual({ odata: shipments.filter, shop: 'NORTH' })
})

it('shipments that are to be sent are shown by the filter of their tile', () => {
  expect(expressionsOf(shipments.filter)).toEqual({ sourceKind: 'Shopify Order', shopifyFulfillmentId: '0' })
})

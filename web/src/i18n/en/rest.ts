import { catalogs } from './catalogs'
import { cueSetup } from './cueSetup'
import { fields } from './fields'
import { gallery } from './gallery'
import { goingLive } from './goingLive'
import { jobSetup } from './jobSetup'
import { ledgers } from './ledgers'
import { options } from './options'
import { orders } from './orders'
import { payouts } from './payouts'
import { people } from './people'
import { request } from './request'
import { sales } from './sales'
import { shopifyLog } from './shopifyLog'
import { shops } from './shops'
import { stock } from './stock'
import { tabs } from './tabs'
import { timeline } from './timeline'
import { upkeep } from './upkeep'

/** The English texts of all other pages, which are loaded with the first of them. */
export const rest = {
  catalogs,
  cueSetup,
  fields,
  gallery,
  goingLive,
  jobSetup,
  ledgers,
  options,
  orders,
  payouts,
  people,
  request,
  sales,
  shopifyLog,
  shops,
  stock,
  tabs,
  timeline,
  upkeep,
} as const

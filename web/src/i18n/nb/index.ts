import type { Messages } from '../messages'
import { app } from './app'
import { card } from './card'
import { catalogs } from './catalogs'
import { common } from './common'
import { cues } from './cues'
import { cueSetup } from './cueSetup'
import { errors } from './errors'
import { fields } from './fields'
import { gallery } from './gallery'
import { goingLive } from './goingLive'
import { input } from './input'
import { jobs } from './jobs'
import { jobSetup } from './jobSetup'
import { ledgers } from './ledgers'
import { lines } from './lines'
import { lists } from './lists'
import { navigation } from './navigation'
import { options } from './options'
import { orders } from './orders'
import { pages } from './pages'
import { payouts } from './payouts'
import { people } from './people'
import { request } from './request'
import { sales } from './sales'
import { session } from './session'
import { shopifyLog } from './shopifyLog'
import { shops } from './shops'
import { stock } from './stock'
import { tabs } from './tabs'
import { tasks } from './tasks'
import { timeline } from './timeline'
import { upkeep } from './upkeep'

/** Alle norske tekster, etter område. */
export const nb: Messages = {
  app,
  card,
  catalogs,
  common,
  cues,
  cueSetup,
  errors,
  fields,
  gallery,
  goingLive,
  input,
  jobs,
  jobSetup,
  ledgers,
  lines,
  lists,
  navigation,
  options,
  orders,
  pages,
  payouts,
  people,
  request,
  sales,
  session,
  shopifyLog,
  shops,
  stock,
  tabs,
  tasks,
  timeline,
  upkeep,
}

import { app } from './app'
import { card } from './card'
import { catalogs } from './catalogs'
import { common } from './common'
import { cues } from './cues'
import { errors } from './errors'
import { fields } from './fields'
import { gallery } from './gallery'
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

/** All English texts, by area. */
export const en = {
  app,
  card,
  catalogs,
  common,
  cues,
  errors,
  fields,
  gallery,
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
} as const

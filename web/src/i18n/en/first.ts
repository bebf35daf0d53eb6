import { app } from './app'
import { card } from './card'
import { common } from './common'
import { cues } from './cues'
import { errors } from './errors'
import { firstFields } from './firstFields'
import { input } from './input'
import { jobs } from './jobs'
import { lines } from './lines'
import { lists } from './lists'
import { navigation } from './navigation'
import { pages } from './pages'
import { session } from './session'
import { tasks } from './tasks'

/** The English texts of the first pages: signing in, the frame of every page, and the Role Center. */
export const first = {
  app,
  card,
  common,
  cues,
  errors,
  fields: firstFields,
  input,
  jobs,
  lines,
  lists,
  navigation,
  pages,
  session,
  tasks,
} as const

import type { Area } from '../messages'

export const app: Area<'app'> = {
  name: 'Kobling',
}

import { loadFields } from '@/api/fields'
import { loadTexts } from '@/i18n'

/** Loads what every page but the first ones needs: the fields of all entities, and the texts. */
export async function loadRest(): Promise<void> {
  await Promise.all([loadFields(), loadTexts()])
}

import { useState } from 'react'
import { ApiError, patch } from '@/api/client'
import { queries } from '@/api/queries'
import { useCan } from '@/api/session'
import { withChange, type Values } from '@/components/card/changes'
import type { CardContext } from '@/components/card/context'
import type { AnyRow } from '@/components/list/definition'

/** Fields of a record that are changed in a step and saved when it is left; only shown to who may not change it. */
export function useDraft(entity: 'shopifyShops' | 'companyInformation', record: AnyRow, begins: Values = {}) {
  const editable = useCan()(entity === 'shopifyShops' ? 'Shops.Change' : 'Setup.Change')
  const [draft, setDraft] = useState<Values>(editable ? begins : {})
  const [error, setError] = useState<unknown>()
  const set = (name: string, value: unknown) => setDraft((before) => withChange(record, before, name, value))
  const save = async () => {
    if (!Object.keys(draft).length) return
    try {
      await patch(`/${entity}/${record.id}`, draft, record['@odata.etag'])
    } catch (failure) {
      setError(failure)
      // The next attempt is meant for the record as it is now.
      await queries.invalidateQueries({ queryKey: [entity] })
      throw failure
    }
    setError(undefined)
    setDraft({})
    await queries.invalidateQueries({ queryKey: [entity] })
  }
  const errors: Record<string, string> =
    error instanceof ApiError && error.target !== undefined ? { [error.target]: error.message } : {}
  const context: CardContext = { entity, record, draft, set, errors, editable }
  return { draft, save, context }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiError, get, patch } from '@/api/client'
import type { EntitySet } from '@/api/fields'
import { recordQuery } from '@/api/record'
import type { AnyRow } from '@/components/list/definition'
import { useNotify } from '@/components/notice/useNotify'
import { withChange, withoutSent, type Values } from './changes'

/** A record that someone looks at and changes. */
export function useCard(entity: EntitySet, id: string) {
  const queries = useQueryClient()
  const notify = useNotify()
  const { queryKey } = recordQuery(entity, id)
  const { data, error, refetch } = useQuery(recordQuery(entity, id))
  const record = data as AnyRow | undefined
  const [draft, setDraft] = useState<Values>({})
  /** The record as it was when the user began to change it. */
  const [base, setBase] = useState<AnyRow>()
  /** The record as someone else has left it, when the server refused to overwrite it. */
  const [conflict, setConflict] = useState<AnyRow>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [saving, setSaving] = useState(false)
  /** Tells an event before the next rendering does. */
  const underWay = useRef(false)
  /** What was entered was not saved when it was tried. */
  const [wasRefused, setWasRefused] = useState(false)
  /** How often what was entered has been saved. */
  const [saves, setSaves] = useState(0)
  const dirty = Object.keys(draft).length > 0

  const set = (name: string, value: unknown) => {
    if (!record) return
    const from = dirty && base ? base : record
    setBase(from)
    // What is on its way is no longer as it was: to take it back is a change, too.
    setDraft(underWay.current ? { ...draft, [name]: value } : withChange(from, draft, name, value))
    setErrors(({ [name]: _, ...others }) => others)
  }

  const discard = () => {
    setDraft({})
    setErrors({})
    setConflict(undefined)
    setWasRefused(false)
    void refetch()
  }

  const refused = async (failure: unknown) => {
    if (!(failure instanceof ApiError)) throw failure
    if (failure.status === 412) {
      const theirs = await get<AnyRow>(`/${entity}/${id}`)
      queries.setQueryData(queryKey, theirs)
      setConflict(theirs)
    } else if (failure.target && record && (failure.target in record || failure.target.includes('.'))) {
      setErrors({ [failure.target]: failure.message })
    } else throw failure
  }

  /** Saves the draft over the version that the user saw, or over `version`. */
  const save = async (version = base?.['@odata.etag']) => {
    underWay.current = true
    setSaving(true)
    try {
      const saved = await patch<AnyRow>(`/${entity}/${id}`, draft, version)
      queries.setQueryData(queryKey, saved)
      setDraft((now) => withoutSent(now, draft))
      setBase(saved)
      setErrors({})
      setConflict(undefined)
      setWasRefused(false)
      setSaves((times) => times + 1)
    } catch (failure) {
      setWasRefused(true)
      await refused(failure).catch((unknown: unknown) => notify.failure(unknown))
    } finally {
      underWay.current = false
      setSaving(false)
    }
  }

  return {
    record,
    error,
    refetch: () => void refetch(),
    draft,
    base,
    dirty,
    set,
    save,
    saves,
    saving,
    isSaving: () => underWay.current,
    wasRefused,
    discard,
    errors,
    conflict,
    closeConflict: () => setConflict(undefined),
    /** The record was there and is no more, as an entry of the job queue that was to run once. */
    gone: record !== undefined && error instanceof ApiError && error.status === 404,
    /** Someone else has changed the record since the user began. */
    overtaken: dirty && base?.['@odata.etag'] !== record?.['@odata.etag'],
    showConflict: () => setConflict(record),
  }
}

export type CardState = ReturnType<typeof useCard>

import { lookup } from '@/components/lookup/source'

/** From which templates the records are made that a shop brings. */
export const templates = {
  customers: lookup('customerTemplates', 'code', 'description'),
  items: lookup('itemTemplates', 'code', 'description'),
} as const

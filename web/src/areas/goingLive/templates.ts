import { lookup } from '@/components/lookup/source'

/** The templates from which customers and items are made. */
export const templates = {
  customers: lookup('customerTemplates', 'code', 'description'),
  items: lookup('itemTemplates', 'code', 'description'),
} as const

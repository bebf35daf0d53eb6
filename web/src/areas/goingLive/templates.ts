import { lookup } from '@/components/lookup/source'

const sources = {
  customers: lookup('customerTemplates', 'code', 'description'),
  items: lookup('itemTemplates', 'code', 'description'),
} as const

/** The templates from which customers and items are made. */
export const useTemplates = () => sources

import { loadFields } from '@/api/fields'

// As on every page but the first ones.
await loadFields()

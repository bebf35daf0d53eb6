import { defineList } from '@/components/list/definition'
import { useCompanyActions } from './companyActions'

export const companiesList = defineList({
  entity: 'shopifyCompanies',
  caption: 'shopifyCompanies',
  sort: 'name',
  open: ({ id }) => `/companies/${id}`,
  columns: [
    { field: 'name', width: 260, narrow: 'title', link: ({ id }) => `/companies/${id}` },
    { field: 'customerNumber', width: 130, narrow: 'end' },
    { field: 'externalId', width: 140, narrow: 'detail' },
    { field: 'mainContactFirstName', width: 160 },
    { field: 'mainContactLastName', width: 160 },
    { field: 'mainContactEmail', width: 220, narrow: 'detail' },
    { field: 'mainContactPhoneNumber', width: 170 },
    { field: 'hasError', width: 100 },
    { field: 'errorMessage', width: 300 },
    { field: 'updatedAt', width: 160 },
    { field: 'note', hidden: true },
    { field: 'createdAt', hidden: true },
    { field: 'deletedInShopify', hidden: true },
    { field: 'store', hidden: true },
    { field: 'shopifyCompanyId', hidden: true },
  ],
  views: [
    { caption: 'viewUnmapped', filters: { customerNumber: "''" } },
    { caption: 'viewWithError', filters: { hasError: 'Yes' } },
  ],
  useActions: useCompanyActions,
  empty: 'emptyCompanies',
  permission: 'Synchronization.Read',
})

import { useImportAction } from '@/areas/setup/importAction'
import { keptList } from '@/areas/setup/keptList'
import { lookups } from '@/areas/setup/lookups'
import { defineLineColumns } from '@/components/lines/columns'
import type { LookupSource } from '@/components/lookup/source'
import type { PageKey } from '@/i18n/keys'
import type { Batch } from './batch'
import type { Grid } from './grid'
import { usePostAction } from './postAction'
import { useSuggestPayments } from './suggestPayments'

/** A journal of the general ledger, by the type of its templates. */
export type JournalKind = { readonly type: 'General' | 'Cash Receipts'; readonly caption: PageKey }

/** The journals, by their addresses below `/journals`. */
export const journalKinds: Readonly<Record<string, JournalKind>> = {
  general: { type: 'General', caption: 'generalJournal' },
  'cash-receipts': { type: 'Cash Receipts', caption: 'cashReceiptJournal' },
}

const filterOf = (batch: Batch) => `journalId eq ${batch.id}`

/** Lines that are entered one after the other come in the order of their ids. */
const SORT = 'id'

const beginsWith = ({ type }: JournalKind) =>
  type === 'Cash Receipts' ? { documentType: 'Payment', accountType: 'Customer' } : {}

/** What lines have that come from a form or a file, where that says nothing else. */
const givenOf = (kind: JournalKind, batch: Batch, workDate: string) => ({
  journalId: batch.id,
  postingDate: workDate,
  ...beginsWith(kind),
})

/** An account is chosen from what its type names. */
function accounts(type: string | undefined): LookupSource {
  switch (type) {
    case 'Customer':
      return lookups.customers
    case 'Bank Account':
      return lookups.bankAccounts
    default:
      return lookups.accounts
  }
}

const columns = defineLineColumns('journalLines', [
  { field: 'postingDate', width: 112 },
  { field: 'documentType', width: 116 },
  { field: 'documentNumber', width: 116 },
  { field: 'accountType', width: 120 },
  { field: 'accountNumber', width: 128, lookup: ({ accountType }) => accounts(accountType) },
  { field: 'description', width: 190 },
  { field: 'currencyCode', width: 92, lookup: () => lookups.currencies },
  { field: 'amount', width: 116, amount: true },
  { field: 'balancingAccountType', width: 120 },
  {
    field: 'balancingAccountNumber',
    width: 128,
    lookup: ({ balancingAccountType }) => accounts(balancingAccountType),
  },
  { field: 'appliesToDocumentType', width: 116 },
  { field: 'appliesToDocumentNumber', width: 128 },
])

/** The lines of a journal, entered in their place. */
export const gridOf = (kind: JournalKind, batch: Batch, workDate: string): Grid => ({
  entity: 'journalLines',
  columns,
  filter: filterOf(batch),
  sort: SORT,
  owner: { journalId: batch.id },
  // What belongs to one document is entered line by line.
  begin: (above) => ({
    postingDate: above?.postingDate ?? workDate,
    documentType: '',
    accountType: 'G/L Account',
    ...beginsWith(kind),
  }),
  complete: ({ accountNumber }) => Boolean(accountNumber),
  useActions: () => [
    usePostAction('journals', 'journalLines', batch),
    ...useSuggestPayments(kind),
    useImportAction(
      { entity: 'journalLines', caption: kind.caption, columns, given: givenOf(kind, batch, workDate) },
      'BackOffice.Change',
    ),
  ],
})

/** The same as a list. */
export const listOf = (kind: JournalKind, batch: Batch, workDate: string) =>
  keptList({
    entity: 'journalLines',
    caption: kind.caption,
    key: [],
    many: true,
    filter: filterOf(batch),
    sort: SORT,
    given: givenOf(kind, batch, workDate),
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    empty: 'emptyJournal',
    useMore: () => [usePostAction('journals', 'journalLines', batch), ...useSuggestPayments(kind)],
    columns: [
      { field: 'postingDate', width: 120, narrow: 'detail' },
      { field: 'documentType', width: 130 },
      { field: 'documentNumber', width: 140 },
      { field: 'externalDocumentNumber', width: 180, hidden: true },
      { field: 'accountType', width: 130 },
      { field: 'accountNumber', width: 130, narrow: 'detail' },
      { field: 'description', width: 240, narrow: 'title' },
      { field: 'currencyCode', width: 110 },
      { field: 'amount', amount: true, narrow: 'end' },
      { field: 'balancingAccountType', width: 160 },
      { field: 'balancingAccountNumber', width: 150 },
      { field: 'appliesToDocumentType', width: 170 },
      { field: 'appliesToDocumentNumber', width: 160 },
      { field: 'paymentMethodCode', width: 170, hidden: true },
    ],
  })

import type { FluentIcon } from '@fluentui/react-icons'
import {
  Alert20Regular,
  ArrowUndo20Regular,
  ArrowUpload20Regular,
  Book20Regular,
  BoxArrowLeft20Regular,
  BoxArrowUp20Regular,
  BoxCheckmark20Regular,
  BoxEdit20Regular,
  BoxMultiple20Regular,
  BoxSearch20Regular,
  BuildingBank20Regular,
  Calculator20Regular,
  CalendarClock20Regular,
  CalendarPerson20Regular,
  Clock20Regular,
  DocumentBulletList20Regular,
  DocumentPercent20Regular,
  DocumentSearch20Regular,
  Gauge20Regular,
  Home20Regular,
  Key20Regular,
  Money20Regular,
  Notebook20Regular,
  Options20Regular,
  People20Regular,
  PersonAccounts20Regular,
  PersonMoney20Regular,
  Receipt20Regular,
  ReceiptMoney20Regular,
  Server20Regular,
  Settings20Regular,
  Tag20Regular,
  TaskListSquareLtr20Regular,
  TextBulletListSquareClock20Regular,
  TextNumberListLtr20Regular,
  Timeline20Regular,
  VehicleTruck20Regular,
} from '@fluentui/react-icons'
import type { Permission } from '@/api/session'
import { setupPages } from '@/areas/setup/setupPages'
import type { en } from '@/i18n/en'
import type { PageKey } from '@/i18n/keys'
import { shopifyPages } from './shopifyPages'

/** A page that one can go to. */
export type NavigationPage = {
  readonly to: string
  readonly caption: PageKey
  readonly icon: FluentIcon
  readonly permission?: Permission
  /** It is found by its name, and stands on another page, not in the menu. */
  readonly hidden?: true
}

export type NavigationGroup = {
  readonly caption: keyof typeof en.navigation
  readonly pages: readonly NavigationPage[]
}

/** Every page that has a place of its own, by area. */
export const navigation: readonly NavigationGroup[] = [
  { caption: 'start', pages: [{ to: '/', caption: 'roleCenter', icon: Home20Regular }] },
  { caption: 'shopify', pages: shopifyPages },
  {
    caption: 'sales',
    pages: [
      { to: '/sales-orders', caption: 'salesOrders', icon: DocumentBulletList20Regular, permission: 'BackOffice.Read' },
      { to: '/sales-invoices', caption: 'salesInvoices', icon: Receipt20Regular, permission: 'BackOffice.Read' },
      {
        to: '/sales-credit-memos',
        caption: 'salesCreditMemos',
        icon: ReceiptMoney20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/sales-return-orders',
        caption: 'salesReturnOrders',
        icon: ArrowUndo20Regular,
        permission: 'BackOffice.Read',
      },
      { to: '/sales-shipments', caption: 'salesShipments', icon: VehicleTruck20Regular, permission: 'BackOffice.Read' },
      { to: '/customers', caption: 'customers', icon: People20Regular, permission: 'BackOffice.Read' },
      { to: '/items', caption: 'items', icon: BoxMultiple20Regular, permission: 'BackOffice.Read' },
      { to: '/price-lists', caption: 'priceLists', icon: Tag20Regular, permission: 'BackOffice.Read' },
    ],
  },
  {
    caption: 'finance',
    pages: [
      { to: '/setup/accounts', caption: 'accounts', icon: TextNumberListLtr20Regular, permission: 'Setup.Read' },
      { to: '/journals/general', caption: 'generalJournal', icon: Notebook20Regular, permission: 'BackOffice.Read' },
      {
        to: '/journals/cash-receipts',
        caption: 'cashReceiptJournal',
        icon: Money20Regular,
        permission: 'BackOffice.Read',
      },
      { to: '/ledgers/general', caption: 'generalLedgerEntries', icon: Book20Regular, permission: 'BackOffice.Read' },
      {
        to: '/ledgers/customers',
        caption: 'customerLedgerEntries',
        icon: PersonMoney20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/ledgers/customers-detailed',
        caption: 'detailedCustomerLedgerEntries',
        icon: PersonMoney20Regular,
        permission: 'BackOffice.Read',
        hidden: true,
      },
      {
        to: '/ledgers/bank',
        caption: 'bankAccountLedgerEntries',
        icon: BuildingBank20Regular,
        permission: 'BackOffice.Read',
      },
      { to: '/ledgers/vat', caption: 'vatEntries', icon: TaskListSquareLtr20Regular, permission: 'BackOffice.Read' },
      { to: '/vat-statement', caption: 'vatStatement', icon: DocumentPercent20Regular, permission: 'BackOffice.Read' },
      { to: '/find-entries', caption: 'findEntries', icon: DocumentSearch20Regular, permission: 'BackOffice.Read' },
      {
        to: '/ledgers/registers',
        caption: 'generalLedgerRegisters',
        icon: Notebook20Regular,
        permission: 'BackOffice.Read',
      },
    ],
  },
  {
    caption: 'stock',
    pages: [
      {
        to: '/item-availability',
        caption: 'itemAvailability',
        icon: BoxSearch20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/item-journals/adjustments',
        caption: 'itemJournal',
        icon: BoxEdit20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/item-journals/counting',
        caption: 'physicalInventoryJournal',
        icon: Calculator20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/stock/expected-receipts',
        caption: 'expectedReceipts',
        icon: BoxArrowLeft20Regular,
        permission: 'BackOffice.Read',
      },
      {
        to: '/stock/reservations',
        caption: 'reservations',
        icon: BoxCheckmark20Regular,
        permission: 'BackOffice.Read',
      },
      { to: '/ledgers/items', caption: 'itemLedgerEntries', icon: BoxArrowUp20Regular, permission: 'BackOffice.Read' },
      { to: '/ledgers/values', caption: 'valueEntries', icon: Money20Regular, permission: 'BackOffice.Read' },
    ],
  },
  {
    caption: 'jobs',
    pages: [
      { to: '/job-queue', caption: 'jobQueueEntries', icon: CalendarClock20Regular, permission: 'JobQueue.Read' },
      { to: '/my-job-queue', caption: 'myJobQueue', icon: CalendarPerson20Regular, permission: 'JobQueue.Read' },
      { to: '/scheduled-tasks', caption: 'scheduledTasks', icon: Clock20Regular, permission: 'JobQueue.Read' },
      {
        to: '/job-queue-log',
        caption: 'jobQueueLogEntries',
        icon: TextBulletListSquareClock20Regular,
        permission: 'JobQueue.Read',
      },
      {
        to: '/job-queue-notifications',
        caption: 'jobQueueNotifications',
        icon: Alert20Regular,
        permission: 'JobQueue.Read',
      },
      { to: '/job-queue-timeline', caption: 'timeline', icon: Timeline20Regular, permission: 'JobQueue.Read' },
      { to: '/job-queue-categories', caption: 'jobQueueCategories', icon: Tag20Regular, permission: 'JobQueue.Read' },
      { to: '/job-queue-workers', caption: 'jobQueueWorkers', icon: Server20Regular, permission: 'JobQueue.Read' },
      { to: '/job-queue-setup', caption: 'jobQueueSetup', icon: Settings20Regular, permission: 'JobQueue.Read' },
    ],
  },
  {
    caption: 'setup',
    pages: [
      { to: '/setup', caption: 'setup', icon: Options20Regular, permission: 'Setup.Read' },
      ...setupPages.map(({ to, caption }) => ({
        to,
        caption,
        icon: Options20Regular,
        permission: 'Setup.Read' as const,
        hidden: true as const,
      })),
    ],
  },
  {
    caption: 'administration',
    pages: [
      { to: '/users', caption: 'users', icon: PersonAccounts20Regular, permission: 'Users.Read' },
      { to: '/api-tokens', caption: 'apiTokens', icon: Key20Regular, permission: 'Users.Read' },
      { to: '/audit-log', caption: 'auditLogEntries', icon: Book20Regular, permission: 'Users.Read' },
      { to: '/outbound-webhooks', caption: 'outboundWebhooks', icon: ArrowUpload20Regular, permission: 'Users.Read' },
      {
        to: '/outbound-webhook-deliveries',
        caption: 'outboundWebhookDeliveries',
        icon: TextBulletListSquareClock20Regular,
        permission: 'Users.Read',
      },
      { to: '/cue-setup', caption: 'cueSetup', icon: Gauge20Regular },
    ],
  },
]

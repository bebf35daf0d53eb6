import { keptList } from '@/areas/setup/keptList'
import { lookups } from '@/areas/setup/lookups'
import { defineList, type AnyList } from '@/components/list/definition'
import { useReservationActions } from './reservationActions'

/** Lists of stock, by their addresses below `/stock`. */
export const stockLists: Readonly<Record<string, AnyList>> = {
  'expected-receipts': keptList({
    entity: 'expectedReceipts',
    caption: 'expectedReceipts',
    sort: 'expectedReceiptDate',
    key: [],
    many: true,
    readOnly: ['lastModifiedDateTime'],
    permission: 'BackOffice.Read',
    change: 'BackOffice.Change',
    empty: 'emptyExpectedReceipts',
    chosen: { itemNumber: lookups.items, locationCode: lookups.locations },
    columns: [
      { field: 'expectedReceiptDate', width: 160, narrow: 'detail' },
      { field: 'itemNumber', width: 140, narrow: 'title' },
      { field: 'variantCode', width: 120, narrow: 'detail' },
      { field: 'locationCode', width: 130 },
      { field: 'quantity', caption: 'quantityBase', width: 140, narrow: 'end' },
      { field: 'description', width: 280 },
      { field: 'lastModifiedDateTime', hidden: true },
    ],
  }),
  reservations: defineList({
    entity: 'salesOrderLines',
    caption: 'reservations',
    filter: "lineType eq 'Item'",
    views: [{ caption: 'viewReserved', filters: { reservedQuantity: '<>0' } }],
    useActions: useReservationActions,
    empty: 'emptyReservations',
    permission: 'BackOffice.Read',
    columns: [
      { field: 'documentNumber', width: 140, narrow: 'detail' },
      { field: 'lineObjectNumber', caption: 'itemNumber', width: 140, narrow: 'detail' },
      { field: 'variantCode', width: 120 },
      { field: 'description', width: 260, narrow: 'title' },
      { field: 'locationCode', width: 130 },
      { field: 'shipmentDate', width: 130 },
      { field: 'quantity', width: 110 },
      { field: 'reservedQuantity', width: 160, narrow: 'end' },
    ],
  }),
}

import { BoxCheckmark20Regular, BoxDismiss20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { ReserveDialog } from './ReserveDialog'

type Line = Row<'salesOrderLines'>

/** Keeps goods for lines of sales orders, and gives them back. */
export function useReservationActions(lines: readonly Line[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const [line] = lines
  const cancelAll = async () => {
    try {
      for (const { id, '@odata.etag': etag } of lines)
        await post(`/salesOrderLines/${id}/Kobling.cancelReservation`, undefined, etag)
    } finally {
      await queries.invalidateQueries({ queryKey: ['salesOrderLines'] })
    }
  }
  return [
    {
      key: 'reserve',
      caption: t('stock.reserve'),
      icon: <BoxCheckmark20Regular />,
      permission: 'BackOffice.Change',
      primary: true,
      disabled: lines.length !== 1,
      run: () => line && dialog((close) => <ReserveDialog line={line} onClose={close} />),
    },
    {
      key: 'cancel',
      caption: t('stock.cancelReservation'),
      icon: <BoxDismiss20Regular />,
      permission: 'BackOffice.Change',
      disabled: !lines.some(({ reservedQuantity }) => reservedQuantity),
      run: cancelAll,
    },
  ]
}

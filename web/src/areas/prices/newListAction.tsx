import { Add20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { CodeDialog } from './CodeDialog'

/** Makes a price list, and leads to its card. */
export function useNewListAction(): Action {
  const { t } = useTranslation()
  const dialog = useDialog()
  const navigate = useNavigate()
  const make = async (form: { code: string; description: string }) => {
    const { id } = await post<{ id: string }>('/priceLists', form)
    await queries.invalidateQueries({ queryKey: ['priceLists'] })
    await navigate({ to: `/price-lists/${id}` })
  }
  return {
    key: 'new',
    caption: t('common.new'),
    icon: <Add20Regular />,
    primary: true,
    permission: 'BackOffice.Change',
    run: () => dialog((close) => <CodeDialog title={t('pages.priceList')} onSubmit={make} onClose={close} />),
  }
}

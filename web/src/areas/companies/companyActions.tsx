import {
  ArrowDownload20Regular,
  ArrowSync20Regular,
  LinkDismiss20Regular,
  LinkSquare20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { useReadAgain } from '@/areas/shops/useReadAgain'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { taskCaption } from '@/i18n/captions'
import { MapDialog, mapCompany } from './MapDialog'
import { useWords } from './words'

const SYNC_COMPANIES = 30114

/** What may be done with companies: all are read, or the chosen ones; and it is said which customer one is. */
export function useCompanyActions(companies: readonly Row<'shopifyCompanies'>[]): readonly Action[] {
  const { t } = useTranslation()
  const words = useWords()
  const navigate = useNavigate()
  const dialog = useDialog()
  const readAgain = useReadAgain(SYNC_COMPANIES, 'ShopifyCompany.shopifyCompanyId')
  const company = companies.length === 1 ? companies[0] : undefined
  return [
    {
      key: 'map',
      caption: words('map'),
      icon: <LinkSquare20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: !company,
      run: () => company && dialog((close) => <MapDialog company={company} onClose={close} />),
    },
    {
      key: 'sync',
      caption: taskCaption(t, SYNC_COMPANIES, ''),
      icon: <ArrowSync20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      run: () => navigate({ to: `/tasks/${SYNC_COMPANIES}` as never }),
    },
    {
      key: 'unlink',
      caption: words('unlink'),
      icon: <LinkDismiss20Regular />,
      permission: 'Synchronization.Run',
      disabled: !company?.customerNumber,
      run: () => company && mapCompany(company, ''),
    },
    {
      key: 'read',
      caption: words('readAgain'),
      icon: <ArrowDownload20Regular />,
      permission: 'Synchronization.Run',
      disabled: companies.length === 0,
      run: () => readAgain(companies, ({ shopifyCompanyId }) => shopifyCompanyId),
    },
  ]
}

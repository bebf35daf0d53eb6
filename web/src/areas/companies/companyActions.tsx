import {
  ArrowDownload20Regular,
  ArrowSync20Regular,
  LinkDismiss20Regular,
  LinkSquare20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { useStarted, type Started } from '@/areas/jobs/started'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { taskCaption } from '@/i18n/captions'
import { MapDialog, mapCompany } from './MapDialog'
import { useWords } from './words'

const SYNC_COMPANIES = 30114
/** The shops that may read companies, with their stores. */
const SHOPS = '/shopifyShops?$filter=enabled eq true&$select=id,code,domain&$orderby=code'

type Shop = { readonly id: string; readonly code: string; readonly domain: string }

/** What may be done with companies: all are read, or the chosen ones; and it is said which customer one is. */
export function useCompanyActions(companies: readonly Row<'shopifyCompanies'>[]): readonly Action[] {
  const { t } = useTranslation()
  const words = useWords()
  const navigate = useNavigate()
  const dialog = useDialog()
  const tell = useStarted()
  const company = companies.length === 1 ? companies[0] : undefined

  const read = async () => {
    // Cards of one store share its companies: each is read for one of them.
    const left = new Set(companies.map(({ store }) => store))
    const { value: shops } = await get<{ value: readonly Shop[] }>(SHOPS)
    for (const { id, code, domain } of shops) {
      const chosen = left.delete(domain) ? companies.filter(({ store }) => store === domain) : []
      if (chosen.length === 0) continue
      const named = chosen.map(({ shopifyCompanyId }) => shopifyCompanyId).join('|')
      const body = { object: SYNC_COMPANIES, options: {}, filters: { 'ShopifyCompany.shopifyCompanyId': named } }
      tell(await post<Started>(`/shopifyShops/${id}/Kobling.sync`, body), taskCaption(t, SYNC_COMPANIES, code))
    }
  }
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
      run: read,
    },
  ]
}

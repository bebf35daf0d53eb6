import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { literal } from '@/api/record'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FactBox } from '@/components/card/FactBox'
import { FastTab } from '@/components/card/FastTab'
import { Lines } from '@/components/card/Lines'
import { exactly } from '@/components/list/exactly'
import { Notice } from '@/components/notice/Notice'
import { useCompanyActions } from './companyActions'
import { companyContacts, companyLocations } from './companyParts'
import { useWords } from './words'

const Field = fieldsOf('shopifyCompanies')

/** A company as Shopify last told it, its locations and contacts, and the customer that it is here. */
export function CompanyCard({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <CardPage
      entity="shopifyCompanies"
      id={id}
      caption="shopifyCompany"
      list={{ to: '/companies', caption: 'shopifyCompanies' }}
      title={({ name }) => name ?? ''}
      notice={(company) => <CompanyNotice company={company} />}
      useActions={useActions}
      facts={({ customerNumber = '', shopifyCompanyId }) =>
        !!customerNumber && (
          <FactBox
            title={words('here')}
            facts={[
              {
                name: t('fields.customerNumber'),
                value: customerNumber,
                to: '/customers',
                search: { 'filter.number': exactly(customerNumber) },
              },
              {
                name: t('pages.orders'),
                value: t('pages.orders'),
                to: '/orders',
                search: { 'filter.companyId': String(shopifyCompanyId) },
              },
            ]}
          />
        )
      }
    >
      {({ shopifyCompanyId, store = '' }) => {
        const filter = `shopifyCompanyId eq ${shopifyCompanyId} and store eq ${literal(store)}`
        return (
          <>
            <FastTab
              title="general"
              more={
                <>
                  <Field name="shopifyCompanyId" />
                  <Field name="store" />
                  <Field name="createdAt" />
                  <Field name="mainContactCustomerId" />
                </>
              }
            >
              <Field name="name" />
              <Field name="customerNumber" />
              <Field name="externalId" />
              <Field name="note" />
              <Field name="mainContactFirstName" />
              <Field name="mainContactLastName" />
              <Field name="mainContactEmail" />
              <Field name="mainContactPhoneNumber" />
              <Field name="updatedAt" />
            </FastTab>
            <FastTab title="companyLocations" whole>
              <Lines {...companyLocations} label={t('tabs.companyLocations')} filter={filter} />
            </FastTab>
            <FastTab title="companyContacts" closed whole>
              <Lines {...companyContacts} label={t('tabs.companyContacts')} filter={filter} />
            </FastTab>
          </>
        )
      }}
    </CardPage>
  )
}

/** What stands against the company, or that nobody knows which customer it is. */
function CompanyNotice({ company }: { readonly company: Row<'shopifyCompanies'> }) {
  const words = useWords()
  if (company.deletedInShopify) return <Notice intent="warning">{words('deleted')}</Notice>
  if (company.hasError) {
    return (
      <Notice intent="error" title={words('notMade')}>
        {company.errorMessage}
      </Notice>
    )
  }
  if (company.customerNumber) return null
  return (
    <Notice intent="info" title={words('noCustomer')}>
      {words('noCustomerHint')}
    </Notice>
  )
}

function useActions(company: Row<'shopifyCompanies'>) {
  return useCompanyActions([company])
}

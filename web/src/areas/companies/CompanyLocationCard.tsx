import { lookups } from '@/areas/setup/lookups'
import { CardPage } from '@/components/card/CardPage'
import { fieldsOf } from '@/components/card/CardField'
import { FastTab } from '@/components/card/FastTab'

const Field = fieldsOf('shopifyCompanyLocations')

/** A location of a company: what Shopify says of it, and which customers buy and pay for it. */
export function CompanyLocationCard({ id }: { readonly id: string }) {
  return (
    <CardPage
      entity="shopifyCompanyLocations"
      id={id}
      caption="shopifyCompanyLocation"
      list={{ to: '/company-locations', caption: 'shopifyCompanyLocations' }}
      title={({ name }) => name ?? ''}
      change="Synchronization.Change"
    >
      {() => (
        <>
          <FastTab
            title="general"
            more={
              <>
                <Field name="shopifyLocationId" readOnly />
                <Field name="shopifyCompanyId" readOnly />
                <Field name="store" readOnly />
              </>
            }
          >
            <Field name="name" readOnly />
            <Field name="default" readOnly />
            <Field name="sellToCustomerNumber" lookup={lookups.customers} />
            <Field name="billToCustomerNumber" lookup={lookups.customers} />
            <Field name="paymentTermsName" readOnly />
            <Field name="taxRegistrationId" readOnly />
            <Field name="taxExempt" readOnly />
          </FastTab>
          <FastTab title="address">
            <Field name="recipient" readOnly />
            <Field name="address" readOnly />
            <Field name="address2" readOnly />
            <Field name="zip" readOnly />
            <Field name="city" readOnly />
            <Field name="provinceCode" readOnly />
            <Field name="provinceName" readOnly />
            <Field name="countryRegionCode" readOnly />
            <Field name="phoneNumber" readOnly />
          </FastTab>
        </>
      )}
    </CardPage>
  )
}

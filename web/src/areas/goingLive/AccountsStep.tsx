import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import type { Page } from '@/api/record'
import { lookups } from '@/areas/setup/lookups'
import { ShopField } from '@/areas/shops/ShopField'
import { fieldsOf } from '@/components/card/CardField'
import { CardContext } from '@/components/card/context'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Frame } from './Frame'
import { proposed } from './guide'
import { useGuideStyles } from './guideStyles'
import type { StepProps } from './Steps'
import { useTexts } from './useTexts'
import { useDraft } from './useDraft'

type Company = Row<'companyInformation'>

const CompanyField = fieldsOf('companyInformation')

/** Accounts and templates, and the country of the company. */
export function AccountsStep(props: StepProps) {
  const { data: company, error } = useQuery({
    queryKey: ['companyInformation', 'only'],
    queryFn: ({ signal }) => get<Page<Company>>('/companyInformation', signal).then(({ value }) => value[0]),
  })
  if (error) return <ErrorMessage error={error} />
  return company ? <Loaded {...props} company={company} /> : <Spinner />
}

function Loaded({ shop, guide, next, back, company }: StepProps & { readonly company: Company }) {
  const styles = useGuideStyles()
  const t = useTexts()
  const ofShop = useDraft('shopifyShops', shop, proposed(guide, /Account$/))
  const ofCompany = useDraft('companyInformation', company)
  const leave = async () => {
    await ofCompany.save()
    await ofShop.save()
    await next()
  }
  return (
    <Frame step="Accounts" back={back} next={leave}>
      <p>{t('accountsText')}</p>
      <CardContext value={ofShop.context}>
        <div className={styles.fields}>
          <ShopField name="shippingChargesAccount" lookup={lookups.accounts} />
          <ShopField name="tipAccount" lookup={lookups.accounts} />
          <ShopField name="soldGiftCardAccount" lookup={lookups.accounts} />
          <ShopField name="cashRoundingsAccount" lookup={lookups.accounts} />
          <ShopField name="dutiesAccount" lookup={lookups.accounts} />
          <ShopField name="additionalFeesAccount" lookup={lookups.accounts} />
          <ShopField name="payoutBankAccount" lookup={lookups.bankAccounts} />
          <ShopField name="paymentsClearingAccount" lookup={lookups.accounts} />
          <ShopField name="paymentFeesAccount" lookup={lookups.accounts} />
          <ShopField name="payoutAdjustmentsAccount" lookup={lookups.accounts} />
          <ShopField name="refundAccount" lookup={lookups.accounts} />
          <ShopField name="refundAccountNonRestockItems" lookup={lookups.accounts} />
        </div>
      </CardContext>
      <h3 className={styles.part}>{t('company')}</h3>
      <CardContext value={ofCompany.context}>
        <div className={styles.fields}>
          <CompanyField name="country" lookup={lookups.countries} hint={t('noVatHint')} />
        </div>
      </CardContext>
    </Frame>
  )
}

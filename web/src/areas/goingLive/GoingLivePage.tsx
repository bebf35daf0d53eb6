import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { recordQuery } from '@/api/record'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ConnectPage } from '@/areas/shops/connect/ConnectPage'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Back } from '@/components/page/Back'
import { usePageTitle } from '@/components/page/usePageTitle'
import { BeginStep } from './BeginStep'
import { begin, guideQuery } from './guide'
import { Steps } from './Steps'
import { isStep, type Step } from './steps'
import { useTexts } from './useTexts'

type Props = { readonly shop: string | undefined; readonly step: Step | undefined }

/** From nothing to a shop that is connected, configured, checked, syncs on a schedule, and goes live. */
export function GoingLivePage({ shop, step }: Props) {
  const navigate = useNavigate()
  const go = (id: string) => navigate({ to: '/going-live', search: { shop: id } })
  const connected = async (id: string) => {
    await begin(id)
    await go(id)
  }
  return shop === undefined ? (
    <ConnectPage onConnected={connected} onLeaving={begin} />
  ) : (
    <OfShop key={shop} id={shop} step={step} />
  )
}

function OfShop({ id, step }: { readonly id: string; readonly step: Step | undefined }) {
  const t = useTexts()
  const page = usePageStyles()
  const { data: shop, error } = useQuery(recordQuery('shopifyShops', id))
  const { data: guide, error: unguided } = useQuery(guideQuery(id))
  const title = t('title')
  usePageTitle(title)
  const failure = error ?? unguided
  return (
    <div className={page.page}>
      <div>
        <Back to="/shops" caption="shops" />
        <h1 className={page.title}>
          {title}
          {shop && `: ${shop.code}`}
        </h1>
      </div>
      {failure && <ErrorMessage error={failure} />}
      {!failure && !(shop && guide) && <Spinner />}
      {shop &&
        guide &&
        (isStep(guide.step) ? (
          <Steps shop={shop} guide={guide} step={step ?? guide.step} />
        ) : (
          <BeginStep shop={shop} />
        ))}
    </div>
  )
}

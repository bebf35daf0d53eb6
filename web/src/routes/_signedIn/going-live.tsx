import { createFileRoute } from '@tanstack/react-router'
import { GoingLivePage } from '@/areas/goingLive/GoingLivePage'
import { isStep, type Step } from '@/areas/goingLive/steps'

export const Route = createFileRoute('/_signedIn/going-live')({
  validateSearch: (search: Record<string, unknown>): { shop?: string; step?: Step } => ({
    ...(typeof search.shop === 'string' ? { shop: search.shop } : {}),
    ...(isStep(search.step) ? { step: search.step } : {}),
  }),
  component: Page,
})

function Page() {
  const { shop, step } = Route.useSearch()
  return <GoingLivePage shop={shop} step={step} />
}

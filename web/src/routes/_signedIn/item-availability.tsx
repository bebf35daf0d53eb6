import { createFileRoute, useNavigate } from '@tanstack/react-router'
import type { Asked } from '@/areas/stock/availability'
import { AvailabilityPage } from '@/areas/stock/AvailabilityPage'

const NAMES = ['itemNumber', 'variantCode', 'locationCode', 'date'] as const

export const Route = createFileRoute('/_signedIn/item-availability')({ component: Page })

function Page() {
  const search: Record<string, unknown> = Route.useSearch()
  const navigate = useNavigate()
  const said = NAMES.map((name) => [name, search[name]] as const).filter(([, value]) => value !== undefined)
  const asked: Asked = Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
  const onAsk = (next: Asked) => {
    const parts = Object.entries(next).filter(([, value]) => value)
    void navigate({ to: '/item-availability', search: Object.fromEntries(parts) as never, replace: true })
  }
  return <AvailabilityPage asked={asked} onAsk={onAsk} />
}

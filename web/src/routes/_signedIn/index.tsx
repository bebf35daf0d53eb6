import { createFileRoute } from '@tanstack/react-router'
import { RoleCenter } from '@/areas/roleCenter/RoleCenter'

export const Route = createFileRoute('/_signedIn/')({
  validateSearch: (search: Record<string, unknown>): { shop?: string } =>
    typeof search.shop === 'string' && search.shop !== '' ? { shop: search.shop } : {},
  component: Page,
})

function Page() {
  return <RoleCenter shop={Route.useSearch().shop} />
}

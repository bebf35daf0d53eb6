import { createFileRoute } from '@tanstack/react-router'
import { FirstStart } from '@/areas/session/FirstStart'

export const Route = createFileRoute('/first-start')({
  validateSearch: (search: Record<string, unknown>): { code?: string } =>
    typeof search.code === 'string' ? { code: search.code } : {},
  component: Page,
})

function Page() {
  return <FirstStart code={Route.useSearch().code ?? ''} />
}

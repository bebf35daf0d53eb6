import { createFileRoute } from '@tanstack/react-router'
import { SignIn } from '@/areas/session/SignIn'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { to?: string; ticket?: string } => ({
    ...(typeof search.to === 'string' ? { to: search.to } : {}),
    ...(typeof search.ticket === 'string' ? { ticket: search.ticket } : {}),
  }),
  component: Page,
})

function Page() {
  return <SignIn {...Route.useSearch()} />
}

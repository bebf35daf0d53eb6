import { createFileRoute } from '@tanstack/react-router'
import { deprecatedMembersList } from '@/areas/shopifyLog/deprecatedMembersList'
import { ListPage } from '@/components/list/ListPage'

export const Route = createFileRoute('/_signedIn/shopify-deprecated-members')({
  component: () => <ListPage of={deprecatedMembersList} />,
})

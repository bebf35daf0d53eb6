import { Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { get } from '@/api/client'
import type { Row } from '@/api/fields'
import { ConnectPage } from '@/areas/shops/connect/ConnectPage'
import { ErrorMessage } from '@/components/error/ErrorMessage'

export const Route = createFileRoute('/_signedIn/connect-shop')({
  validateSearch: (search: Record<string, unknown>): { shop?: string } =>
    typeof search.shop === 'string' ? { shop: search.shop } : {},
  component: Page,
})

function Page() {
  const { shop } = Route.useSearch()
  return shop === undefined ? <ConnectPage /> : <Existing id={shop} />
}

/** A shop that is connected anew. It is read once: what is entered stays when its card changes. */
function Existing({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['connectShop', id],
    queryFn: ({ signal }) => get<Row<'shopifyShops'>>(`/shopifyShops/${id}`, signal),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) return <ErrorMessage error={error} />
  return data ? <ConnectPage key={id} shop={data} /> : <Spinner label={t('common.loading')} />
}

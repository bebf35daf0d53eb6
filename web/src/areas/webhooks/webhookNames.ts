import { queryOptions } from '@tanstack/react-query'
import { get } from '@/api/client'

type Named = { readonly id: string; readonly description: string }

/** What people call the outbound webhooks, by their ids: there are few. */
export const webhookNamesQuery = queryOptions({
  queryKey: ['outboundWebhooks', 'names'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const { value } = await get<{ value: Named[] }>('/outboundWebhooks?$select=id,description', signal)
    return new Map(value.map(({ id, description }) => [id, description]))
  },
})

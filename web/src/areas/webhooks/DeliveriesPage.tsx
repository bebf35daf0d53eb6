import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ListPage } from '@/components/list/ListPage'
import { deliveriesList } from './deliveriesList'
import { webhookNamesQuery } from './webhookNames'

export function DeliveriesPage() {
  const { data: names } = useQuery(webhookNamesQuery)
  const list = useMemo(() => deliveriesList(names), [names])
  return <ListPage of={list} />
}

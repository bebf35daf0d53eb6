import { useQuery } from '@tanstack/react-query'
import type { Action } from '@/components/action/action'
import { enabledShopsQuery, type EnabledShop } from '@/components/request/shops'
import { useGetFromShopify } from './useGetFromShopify'

const isAdvanced = ({ advancedShopifyPlan }: EnabledShop): boolean => advancedShopifyPlan

/** The action that reads the staff of stores whose plan lets apps read it; none, where no store is on such a plan. */
export function useGetStaffMembers(): readonly Action[] {
  const { data: shops = [] } = useQuery(enabledShopsQuery)
  const actions = useGetFromShopify('shopifyStaffMembers', 'getStaffMembers', {
    asks: isAdvanced,
    none: 'noAdvancedShop',
  })
  return shops.some(isAdvanced) ? actions : []
}

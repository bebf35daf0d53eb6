import { Open20Regular } from '@fluentui/react-icons'
import type { Row } from '@/api/fields'
import { useSyncEverywhere } from '@/areas/shops/useSyncEverywhere'
import type { Action } from '@/components/action/action'
import { inShopify } from './inShopify'
import { useWords } from './words'

/** What may be done with disputes: read what has become of them, and see to one in Shopify. */
export function useDisputeActions(disputes: readonly Row<'shopifyDisputes'>[]): readonly Action[] {
  const words = useWords()
  const sync = useSyncEverywhere('disputes', disputes)
  const address = disputes.length === 1 && disputes[0] ? inShopify(disputes[0]) : undefined
  return [
    ...sync,
    {
      key: 'openInShopify',
      caption: words('openInShopify'),
      icon: <Open20Regular />,
      primary: true,
      disabled: !address,
      run: () => window.open(address, '_blank', 'noopener'),
    },
  ]
}

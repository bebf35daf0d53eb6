import { LinkSquare20Regular } from '@fluentui/react-icons'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { MapDialog } from './MapDialog'
import { useWords } from './words'

/** What may be done with a variant: it is mapped to an item, or to a variant of one. */
export function useVariantActions(variants: readonly Row<'shopifyVariants'>[]): readonly Action[] {
  const words = useWords()
  const dialog = useDialog()
  const variant = variants.length === 1 ? variants[0] : undefined
  const map = () =>
    variant &&
    dialog((close) => (
      <MapDialog
        title={words('mapProduct', { name: variant.displayName || variant.title || variant.sku || '' })}
        confirm={words('map')}
        path={`/shopifyVariants/${variant.id}/Kobling.map`}
        etag={variant['@odata.etag']}
        item={variant.itemNumber ?? ''}
        variant={variant.variantCode ?? ''}
        onClose={close}
      />
    ))
  return [
    {
      key: 'map',
      caption: words('map'),
      icon: <LinkSquare20Regular />,
      primary: true,
      permission: 'Synchronization.Run',
      disabled: !variant,
      run: map,
    },
  ]
}

import type { Row } from '@/api/fields'

/** What a person can say of a product in Shopify. */
export type Edit = Readonly<Record<'status' | 'tags' | 'seoTitle' | 'seoDescription', string>>

/** What was changed of a product: the rest is not sent, since someone may have changed it in Shopify meanwhile. */
export function edited(product: Row<'shopifyProducts'>, form: Edit): Partial<Edit> {
  const changed = Object.entries(form).filter(([name, value]) => value !== (product[name as keyof Edit] ?? ''))
  return Object.fromEntries(changed)
}

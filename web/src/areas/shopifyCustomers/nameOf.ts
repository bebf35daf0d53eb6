import type { Row } from '@/api/fields'

/** What people call a customer of Shopify: by its name, else by its e-mail address or phone. */
export function nameOf(customer: Row<'shopifyCustomers'>): string {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(' ')
  return name || customer.email || customer.phoneNumber || String(customer.shopifyCustomerId ?? '')
}

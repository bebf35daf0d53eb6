import { wordsOf } from '@/i18n/words'

const en = {
  openInShopify: 'Open in Shopify',
  order: 'Order',
  orderNotHere: '{{number}}, not imported',
  due: 'Evidence is due {{when}}',
  overdue: 'Evidence was due {{when}}',
  dueHint: 'Send it in Shopify, on the page of the order. What nobody sends is decided without it.',
}

const nb: typeof en = {
  openInShopify: 'Åpne i Shopify',
  order: 'Ordre',
  orderNotHere: '{{number}}, ikke importert',
  due: 'Frist for dokumentasjon {{when}}',
  overdue: 'Fristen for dokumentasjon gikk ut {{when}}',
  dueHint: 'Send den i Shopify, på siden til ordren. Blir ingen sendt, avgjøres tvisten uten.',
}

/** The texts of disputes. */
export const useWords = wordsOf(en, nb)

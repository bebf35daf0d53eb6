import { useTranslation } from 'react-i18next'

const en = {
  map: 'Map to Item',
  mapProduct: 'Which item is {{name}}?',
  mapHint:
    'Its variants that are no items yet are that item, too. Orders that wait for it are taken up by the next run.',
  variantHint: 'A blank variant is the item as a whole.',
  findMappings: 'Try Find Mappings',
  found: '{{count}} variants have got their items.',
  foundOne: 'One variant has got its item.',
  createItems: 'Create Items',
  createTitle: 'Create items of the chosen products?',
  createText:
    'They begin with the item template of the shop card. To map products to items that are there makes none twice.',
  made: '{{count}} products are items now.',
  madeOne: 'One product is an item now.',
  notMade: '{{count}} products could not become items; each says why.',
  notMadeOne: 'One product could not become an item; it says why.',
  readAgain: 'Read from Shopify',
  worksheet: 'Mapping Worksheet',
  propose: 'Propose Mappings',
  proposeHint: 'What was proposed before is replaced; what someone has chosen by hand stays.',
  proposed: '{{proposed}} mappings are proposed; nothing was found for {{unknown}} variants.',
  accept: 'Accept',
  accepted: '{{count}} variants are mapped.',
  acceptedOne: 'One variant is mapped.',
  choose: 'Choose Another Item',
  inShopify: 'In Shopify',
  here: 'Here',
  edit: 'Change in Shopify',
  editTitle: 'Change {{name}} in Shopify',
  editText: 'Shopify is told at once, whichever way products go.',
  tagsHint: 'With commas between them; blank takes them away.',
  useChannel: 'Use for Publication',
  leaveChannel: 'Do Not Use',
  refreshChannels: 'Read from Shopify',
  channelsRead: 'The sales channels of {{count}} shops were read.',
  channelsReadOne: 'The sales channels of the shop were read.',
  noItem: 'The product is no item yet.',
  noItemHint: 'Map it to one, or create it.',
  notMadeTitle: 'No item could be made of the product.',
}

type Words = Readonly<typeof en>

const nb: Words = {
  map: 'Tilordne vare',
  mapProduct: 'Hvilken vare er {{name}}?',
  mapHint:
    'Variantene som ikke er varer ennå, blir også den varen. Ordrer som venter på den, tas opp ved neste kjøring.',
  variantHint: 'En tom variant er hele varen.',
  findMappings: 'Prøv å finne tilordninger',
  found: '{{count}} varianter har fått varene sine.',
  foundOne: 'Én variant har fått varen sin.',
  createItems: 'Opprett varer',
  createTitle: 'Opprette varer av de valgte produktene?',
  createText:
    'De begynner med varemalen på butikkortet. Å tilordne produkter til varer som finnes, gir ingen varer dobbelt.',
  made: '{{count}} produkter er varer nå.',
  madeOne: 'Ett produkt er en vare nå.',
  notMade: '{{count}} produkter kunne ikke bli varer; hvert av dem sier hvorfor.',
  notMadeOne: 'Ett produkt kunne ikke bli en vare; det sier hvorfor.',
  readAgain: 'Les fra Shopify',
  worksheet: 'Tilordningsforslag',
  propose: 'Foreslå tilordninger',
  proposeHint: 'Tidligere forslag erstattes; det noen har valgt for hånd, blir stående.',
  proposed: '{{proposed}} tilordninger er foreslått; for {{unknown}} varianter ble ingenting funnet.',
  accept: 'Godta',
  accepted: '{{count}} varianter er tilordnet.',
  acceptedOne: 'Én variant er tilordnet.',
  choose: 'Velg en annen vare',
  inShopify: 'I Shopify',
  here: 'Her',
  edit: 'Endre i Shopify',
  editTitle: 'Endre {{name}} i Shopify',
  editText: 'Shopify får vite det med en gang, uansett hvilken vei produktene går.',
  tagsHint: 'Med komma mellom; tomt tar dem bort.',
  useChannel: 'Bruk til publisering',
  leaveChannel: 'Ikke bruk',
  refreshChannels: 'Les fra Shopify',
  channelsRead: 'Salgskanalene til {{count}} butikker er lest.',
  channelsReadOne: 'Salgskanalene til butikken er lest.',
  noItem: 'Produktet er ingen vare ennå.',
  noItemHint: 'Tilordne det til en vare, eller opprett den.',
  notMadeTitle: 'Det kunne ikke lages noen vare av produktet.',
}

/** The texts of products: they are loaded with the pages, and with nothing else. One is counted in words of its own. */
export function useWords(): (key: keyof Words, values?: Readonly<Record<string, string | number>>) => string {
  const { i18n } = useTranslation()
  const words = i18n.language === 'nb' ? nb : en
  return (key, values = {}) => {
    const one = `${key}One`
    const text = values.count === 1 && isKey(one) ? words[one] : words[key]
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

function isKey(key: string): key is keyof Words {
  return key in en
}

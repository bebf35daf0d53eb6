import { defineColumns } from '@/components/list/definition'
import { pictureTone } from './tones'

/** The pictures of a product and its variants on its card; that of the product as a whole has no variant. */
export const pictureColumns = defineColumns('shopifyPictures', [
  { field: 'name', width: 240, narrow: 'title' },
  { field: 'shopifyVariantId', width: 170, narrow: 'detail' },
  { field: 'state', width: 120, tone: ({ state }) => pictureTone(state), narrow: 'end' },
  { field: 'mediaId', width: 170 },
  { field: 'mediaUpdatedAt', width: 180 },
  { field: 'digest', width: 240 },
])

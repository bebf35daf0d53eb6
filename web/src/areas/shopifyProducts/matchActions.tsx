import { BoxSearch20Regular, Checkmark20Regular, Edit20Regular } from '@fluentui/react-icons'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { useImportAction } from '@/areas/setup/importAction'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { useNotify } from '@/components/notice/useNotify'
import { MapDialog } from './MapDialog'
import { matchColumns } from './matchColumns'
import { ProposeDialog } from './ProposeDialog'
import { useWords } from './words'

const ENTITY = 'shopifyProductMatches'
const RUN = 'Synchronization.Run'

/** What may be done in the mapping worksheet: it is filled, mended, read from a file, and accepted. */
export function useMatchActions(rows: readonly Row<typeof ENTITY>[]): readonly Action[] {
  const words = useWords()
  const dialog = useDialog()
  const notify = useNotify()
  const fromFile = useImportAction({ entity: ENTITY, caption: ENTITY, columns: matchColumns }, 'Synchronization.Change')
  const row = rows.length === 1 ? rows[0] : undefined
  const ids = rows.flatMap(({ id, itemNumber }) => (id && itemNumber ? [id] : []))
  const accept = async () => {
    const { changed } = await post<{ changed: number }>(`/${ENTITY}/Kobling.accept`, { ids })
    for (const queryKey of [[ENTITY], ['shopifyProducts'], ['shopifyVariants']]) {
      await queries.invalidateQueries({ queryKey })
    }
    notify.success(words('accepted', { count: changed }))
  }
  const choose = () =>
    row &&
    dialog((close) => (
      <MapDialog
        title={words('mapProduct', { name: row.title ?? '' })}
        confirm={words('choose')}
        path={`/${ENTITY}/${row.id}/Kobling.choose`}
        etag={row['@odata.etag']}
        item={row.itemNumber ?? ''}
        variant={row.variantCode ?? ''}
        onClose={close}
      />
    ))
  return [
    {
      key: 'accept',
      caption: words('accept'),
      icon: <Checkmark20Regular />,
      primary: true,
      permission: RUN,
      disabled: ids.length === 0,
      run: accept,
    },
    {
      key: 'propose',
      caption: words('propose'),
      icon: <BoxSearch20Regular />,
      primary: true,
      permission: RUN,
      run: () => dialog((close) => <ProposeDialog onClose={close} />),
    },
    {
      key: 'choose',
      caption: words('choose'),
      icon: <Edit20Regular />,
      permission: RUN,
      disabled: !row,
      run: choose,
    },
    fromFile,
  ]
}

import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ordersList } from '@/areas/orders/ordersList'
import { DataList } from '@/components/list/DataList'
import { orders } from './samples'

const useStyles = makeStyles({
  place: { display: 'flex', blockSize: '320px', border: `1px solid ${tokens.colorNeutralStroke2}`, minInlineSize: 0 },
})

/** The list, with records that are chosen. */
export function ListSample() {
  const styles = useStyles()
  const { t } = useTranslation()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['order-1', 'order-3']))
  return (
    <div className={styles.place}>
      <DataList
        label={t('gallery.list')}
        entity={ordersList.entity}
        columns={ordersList.columns.filter(({ hidden, field }) => !hidden && field !== 'shopCode')}
        rows={orders}
        sort="createdAt desc"
        onSort={() => undefined}
        selected={selected}
        onSelect={setSelected}
      />
    </div>
  )
}

import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import type { TableCount } from './useMatches'

const useStyles = makeStyles({
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

type Props = { readonly count: TableCount | undefined; readonly failed: boolean }

/** Says how many records a table's filters let through now. */
export function MatchCount({ count, failed }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const known = count && !failed
  // A sync of orders fetches before it filters: what waits now is not all that it will look at.
  const key = count?.name === 'OrdersToImport' ? 'request.waiting' : 'request.matches'
  return (
    <Text className={styles.count} role="status">
      {known ? t(key, { count: count.count, shown: format.number(count.count) }) : ''}
    </Text>
  )
}

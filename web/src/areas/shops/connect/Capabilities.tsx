import { makeStyles, tokens } from '@fluentui/react-components'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/status/StatusBadge'
import type { Capability } from './tested'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scopes: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  without: { flexBasis: '100%' },
})

/** What an app may do in a store, and what does not work when it lacks a scope. */
export function Capabilities({ of }: { readonly of: readonly Capability[] }) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <ul className={styles.list} aria-label={t('shops.scopes')}>
      {of.map(({ capability, scopes, missing, without, optional }) => {
        const key = `shops.without_${capability}` as 'shops.without_orders'
        return (
          <li key={capability} className={styles.one}>
            <StatusBadge tone={missing.length === 0 ? 'good' : optional ? 'warning' : 'bad'}>
              {missing.length === 0 ? t('shops.granted') : t('shops.missing')}
            </StatusBadge>
            <span className={styles.scopes}>{(missing.length === 0 ? scopes : missing).join(', ')}</span>
            {missing.length > 0 && (
              <span className={styles.without}>{i18next.exists(key) ? t(key as 'shops.without_orders') : without}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

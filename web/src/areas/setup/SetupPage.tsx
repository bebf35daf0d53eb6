import { makeStyles, tokens } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '@/components/page/usePageTitle'
import { setupPages } from './setupPages'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    blockSize: '100%',
    boxSizing: 'border-box',
    alignContent: 'start',
  },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  link: { color: tokens.colorBrandForegroundLink },
})

/** The lists that documents and books stand on, by what they are for. */
export function SetupPage() {
  const styles = useStyles()
  const { t } = useTranslation()
  usePageTitle(t('pages.setup'))
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('pages.setup')}</h1>
      {(['ofFinance', 'ofSales', 'ofStock', 'ofShopify'] as const).map((group) => (
        <section key={group} aria-label={t(`upkeep.${group}`)}>
          <h2 className={styles.group}>{t(`upkeep.${group}`)}</h2>
          <ul className={styles.list}>
            {setupPages
              .filter((page) => page.group === group)
              .map(({ to, caption }) => (
                <li key={to}>
                  <Link to={to} className={styles.link}>
                    {t(`pages.${caption}`)}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

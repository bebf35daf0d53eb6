import { makeStyles, tokens } from '@fluentui/react-components'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '@/components/page/usePageTitle'

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXXL },
  title: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: { color: tokens.colorBrandForegroundLink },
})

/** There is no page at this address. */
export function Missing() {
  const styles = useStyles()
  const { t } = useTranslation()
  usePageTitle(t('app.missing'))
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('app.missing')}</h1>
      <p>{t('app.missingText')}</p>
      <Link to="/" className={styles.link}>
        {t('app.missingBack')}
      </Link>
    </div>
  )
}

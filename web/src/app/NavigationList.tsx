import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { navigation } from './navigation'
import { useShellStyles } from './shellStyles'

/** The pages that the user may see, by area. */
export function NavigationList({ onChosen }: { readonly onChosen?: () => void }) {
  const styles = useShellStyles()
  const { t } = useTranslation()
  const can = useCan()
  const groups = navigation
    .map((group) => ({ ...group, pages: group.pages.filter(({ hidden, permission }) => !hidden && can(permission)) }))
    .filter(({ pages }) => pages.length)
  return (
    <nav aria-label={t('app.menu')}>
      {groups.map(({ caption, pages }) => (
        <div key={caption} className={styles.group}>
          {caption !== 'start' && <p className={styles.groupTitle}>{t(`navigation.${caption}`)}</p>}
          <ul>
            {pages.map(({ to, caption: page, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={styles.link}
                  activeProps={{ className: styles.linkActive, 'aria-current': 'page' }}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  {...(onChosen ? { onClick: onChosen } : {})}
                >
                  <Icon width={20} height={20} aria-hidden />
                  {t(`pages.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

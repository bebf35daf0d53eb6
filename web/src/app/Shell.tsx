import { Button } from '@fluentui/react-components'
import { Navigation20Regular, Search20Regular } from '@fluentui/react-icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/api/session'
import { useNarrow } from '@/components/page/useNarrow'
import { NavigationList } from './NavigationList'
import { useShellStyles } from './shellStyles'
import { UserMenu } from './UserMenu'

/** Fetched when someone asks for them. */
const NavigationDrawer = lazy(() =>
  import('./NavigationDrawer').then((module) => ({ default: module.NavigationDrawer })),
)
const TellMe = lazy(() => import('./TellMe').then((module) => ({ default: module.TellMe })))

/** What is around every page: the head, the navigation, and the place of the page. */
export function Shell() {
  const styles = useShellStyles()
  const { t } = useTranslation()
  const { company } = useSession()
  const narrow = useNarrow()
  const [drawer, setDrawer] = useState(false)
  const [telling, setTelling] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useTellMeKey(() => setTelling(true))
  // `void`: browsers have begun to return a promise here, which is nothing an effect may return.
  useEffect(() => void main.current?.scrollTo(0, 0), [pathname])

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <header className={styles.head}>
        {narrow && (
          <Button
            className={styles.headButton}
            appearance="transparent"
            icon={<Navigation20Regular />}
            aria-label={t('app.menu')}
            aria-expanded={drawer}
            onClick={() => setDrawer(true)}
          />
        )}
        <Link to="/" className={styles.brand}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          <span>{t('app.name')}</span>
        </Link>
        <span className={styles.company}>{company.name}</span>
        <Button
          className={styles.headButton}
          appearance="transparent"
          icon={<Search20Regular />}
          title={`${t('app.tellMe')} (Alt+Q)`}
          aria-label={t('app.tellMe')}
          onClick={() => setTelling(true)}
        />
        <UserMenu className={styles.headButton} />
      </header>
      <div className={styles.below}>
        {narrow ? (
          drawer && (
            <Suspense>
              <NavigationDrawer open title={company.name} onClose={() => setDrawer(false)} />
            </Suspense>
          )
        ) : (
          <div className={styles.aside}>
            <NavigationList />
          </div>
        )}
        <main id="main" ref={main} className={styles.main} tabIndex={-1}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {telling && (
        <Suspense>
          <TellMe onClose={() => setTelling(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Alt+Q, as in Business Central. */
function useTellMeKey(open: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyQ') return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

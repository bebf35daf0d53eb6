import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components'
import { Dismiss20Regular, Navigation20Regular, Search20Regular } from '@fluentui/react-icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '@/api/session'
import { useNarrow } from '@/components/page/useNarrow'
import { NavigationList } from './NavigationList'
import { useShellStyles } from './shellStyles'
import { TellMe } from './TellMe'
import { UserMenu } from './UserMenu'

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
  useEffect(() => main.current?.scrollTo(0, 0), [pathname])

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
          <OverlayDrawer open={drawer} onOpenChange={() => setDrawer(false)} size="small">
            <DrawerHeader>
              <DrawerHeaderTitle
                action={
                  <Button
                    appearance="subtle"
                    icon={<Dismiss20Regular />}
                    aria-label={t('common.close')}
                    onClick={() => setDrawer(false)}
                  />
                }
              >
                {company.name}
              </DrawerHeaderTitle>
            </DrawerHeader>
            <DrawerBody>
              <NavigationList onChosen={() => setDrawer(false)} />
            </DrawerBody>
          </OverlayDrawer>
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
      {telling && <TellMe onClose={() => setTelling(false)} />}
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

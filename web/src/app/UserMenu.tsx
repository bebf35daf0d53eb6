import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { SignOut20Regular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signOut, useSession } from '@/api/session'
import { useRun } from '@/components/action/useRun'
import { currentLanguage, type Language } from '@/i18n'
import { optionCaption } from '@/i18n/captions'
import { Initials } from './Initials'
import { chooseLanguage, chooseLook, look, useDark } from './preferences'
import type { Look } from './theme'

const looks = ['system', 'light', 'dark'] as const satisfies readonly Look[]
const names: Record<Language, string> = { en: 'English', nb: 'Norsk bokmål' }

/** Who is signed in; their language and look; the way out. */
export function UserMenu({ className }: { readonly className?: string }) {
  const { t } = useTranslation()
  const { user, permissionSet, version } = useSession()
  const navigate = useNavigate()
  const { run } = useRun()
  useDark()
  const leave = () =>
    run({
      key: 'signOut',
      run: async () => {
        await navigate({ to: '/sign-in' })
        await signOut()
      },
    })
  return (
    <Menu
      checkedValues={{ language: [currentLanguage()], look: [look()] }}
      onCheckedValueChange={(_, { name, checkedItems: [chosen] }) => {
        if (name === 'language') void chooseLanguage(chosen as Language)
        else chooseLook(chosen as Look)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={className ?? ''}
          appearance="transparent"
          icon={<Initials name={user.fullName || user.userName} />}
          aria-label={t('app.userMenu', { name: user.fullName || user.userName })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>
              {user.fullName || user.userName} · {optionCaption(t, permissionSet)}
            </MenuGroupHeader>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('app.language')}</MenuGroupHeader>
            {(['en', 'nb'] as const).map((language) => (
              <MenuItemRadio key={language} name="language" value={language} lang={language}>
                {names[language]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('app.theme')}</MenuGroupHeader>
            {looks.map((value) => (
              <MenuItemRadio key={value} name="look" value={value}>
                {t(`app.theme_${value}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem icon={<SignOut20Regular />} onClick={leave}>
            {t('app.signOut')}
          </MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>Kobling {version}</MenuGroupHeader>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { NavigationList } from './NavigationList'

type Props = { readonly open: boolean; readonly title: string; readonly onClose: () => void }

/** The navigation of a narrow screen, over the page. */
export function NavigationDrawer({ open, title, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <OverlayDrawer open={open} onOpenChange={onClose} size="small">
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={t('common.close')} onClick={onClose} />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <NavigationList onChosen={onClose} />
      </DrawerBody>
    </OverlayDrawer>
  )
}

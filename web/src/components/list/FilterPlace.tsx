import {
  Button,
  OverlayDrawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '@/components/page/useNarrow'

const useStyles = makeStyles({
  aside: {
    flexShrink: 0,
    inlineSize: '260px',
    overflow: 'auto',
    padding: tokens.spacingHorizontalM,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    marginBlockEnd: tokens.spacingVerticalM,
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onClear: () => void
  readonly children: ReactNode
}

/** Where the filters stand: beside the list, or over it on a narrow screen. */
export function FilterPlace({ open, onClose, onClear, children }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const narrow = useNarrow()
  const clear = (
    <Button size="small" appearance="subtle" onClick={onClear}>
      {t('lists.clearFilters')}
    </Button>
  )
  if (narrow) {
    return (
      <OverlayDrawer open={open} onOpenChange={onClose} position="end" size="small">
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<Dismiss20Regular />}
                aria-label={t('common.close')}
                onClick={onClose}
              />
            }
          >
            {t('lists.filter')}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          {children}
          {clear}
        </DrawerBody>
      </OverlayDrawer>
    )
  }
  if (!open) return null
  return (
    <aside className={styles.aside} aria-label={t('lists.filter')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('lists.filter')}</h2>
        {clear}
      </div>
      {children}
    </aside>
  )
}

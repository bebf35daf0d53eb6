import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PageKey } from '@/i18n/keys'

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** Leads to the list that a page belongs to. */
export function Back({ to, caption }: { readonly to: string; readonly caption: PageKey }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Link
      className={styles.link}
      href={to}
      onClick={(event) => {
        event.preventDefault()
        void router.navigate({ to })
      }}
    >
      <ArrowLeft16Regular /> {t(`pages.${caption}`)}
    </Link>
  )
}

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '@/components/copy/CopyButton'
import { ReadDialog } from '@/components/dialog/ReadDialog'

const useStyles = makeStyles({
  secret: {
    display: 'block',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
})

type Props = { readonly title: string; readonly secret: string; readonly onClose: () => void }

/** The secret of a webhook, the one time that it can be read. */
export function SecretOnce({ title, secret, onClose }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <ReadDialog
      once
      title={title}
      onClose={onClose}
      actions={<CopyButton text={() => secret}>{t('common.copy')}</CopyButton>}
    >
      <p>{t('people.secretOnce')}</p>
      <code className={styles.secret}>{secret}</code>
    </ReadDialog>
  )
}

import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { CopyButton } from '@/components/copy/CopyButton'
import { FormDialog } from '@/components/dialog/FormDialog'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { PermissionField } from './PermissionField'

const useStyles = makeStyles({
  token: {
    display: 'block',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
})

/** Makes an API token and shows it, the one time that it can be read. */
export function NewToken({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [description, setDescription] = useState('')
  const [days, setDays] = useState('')
  const [permission, setPermission] = useState('')
  const [made, setMade] = useState<string>()
  const submit = async () => {
    const expires = days ? { expiresAt: new Date(Date.now() + Number(days) * 86_400_000).toISOString() } : {}
    const limited = permission ? { permission } : {}
    const { token } = await post<{ token: string }>('/apiTokens', { description, ...limited, ...expires })
    await queries.invalidateQueries({ queryKey: ['apiTokens'] })
    setMade(token)
  }
  if (made) {
    return (
      <ReadDialog
        once
        title={description}
        onClose={onClose}
        actions={<CopyButton text={() => made}>{t('common.copy')}</CopyButton>}
      >
        <p>{t('people.tokenOnce')}</p>
        <code className={styles.token}>{made}</code>
      </ReadDialog>
    )
  }
  return (
    <FormDialog
      title={t('people.newToken')}
      confirm={t('common.create')}
      onSubmit={submit}
      onClose={() => setMade((token) => (token ? token : (onClose(), undefined)))}
    >
      {(error) => (
        <>
          <Field label={t('fields.description')} required validationMessage={error('description')}>
            <Input value={description} onChange={(_, { value }) => setDescription(value)} />
          </Field>
          <PermissionField
            label={t('fields.permission')}
            blank={t('people.sameAsUser')}
            value={permission}
            onChange={setPermission}
            error={error('permission')}
          />
          <Field label={t('people.validDays')} hint={t('people.validDaysHint')} validationMessage={error('expiresAt')}>
            <Input type="number" min={1} value={days} onChange={(_, { value }) => setDays(value)} />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

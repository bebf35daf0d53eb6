import { Field, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'
import { PermissionField } from './PermissionField'

type Props = { readonly user?: Row<'users'>; readonly onClose: () => void }

/** Makes a user, or changes what one may do. */
export function UserDialog({ user, onClose }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState({
    userName: user?.userName ?? '',
    fullName: user?.fullName ?? '',
    email: user?.email ?? '',
    permission: user?.permission ?? 'User',
    enabled: user ? user.state === 'Enabled' : true,
    password: '',
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const submit = async () => {
    const { userName, fullName, email, permission, password, enabled } = form
    const secret = password ? { password } : {}
    if (user) {
      const change = { email, permission, state: enabled ? 'Enabled' : 'Disabled', ...secret }
      await patch(`/users/${user.id}`, change, user['@odata.etag'])
    } else await post('/users', { userName, fullName, permission, ...secret })
    await queries.invalidateQueries({ queryKey: ['users'] })
  }
  return (
    <FormDialog
      title={user ? form.userName : t('people.newUser')}
      confirm={user ? t('common.save') : t('common.create')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          {!user && (
            <>
              <Field label={t('fields.userName')} required validationMessage={error('userName')}>
                <Input autoComplete="off" value={form.userName} onChange={(_, { value }) => set({ userName: value })} />
              </Field>
              <Field label={t('fields.fullName')} validationMessage={error('fullName')}>
                <Input value={form.fullName} onChange={(_, { value }) => set({ fullName: value })} />
              </Field>
            </>
          )}
          {user && (
            <Field label={t('fields.email')} hint={t('people.emailHint')} validationMessage={error('email')}>
              <Input
                type="email"
                autoComplete="off"
                value={form.email}
                onChange={(_, { value }) => set({ email: value })}
              />
            </Field>
          )}
          <PermissionField
            label={t('fields.permission')}
            value={form.permission}
            onChange={(value) => set({ permission: value as typeof form.permission })}
            error={error('permission')}
          />
          <Field
            label={user ? t('people.newPassword') : t('session.password')}
            hint={user ? t('people.newPasswordHint') : t('people.passwordHint')}
            validationMessage={error('password')}
          >
            <Input
              type="password"
              autoComplete="new-password"
              value={form.password}
              onChange={(_, { value }) => set({ password: value })}
            />
          </Field>
          {user && (
            <Switch
              label={t('people.maySignIn')}
              checked={form.enabled}
              onChange={(_, { checked }) => set({ enabled: checked })}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

import { Edit20Regular, PersonAdd20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import type { Action } from '@/components/action/action'
import { useDialog } from '@/components/dialog/useDialog'
import { UserDialog } from './UserDialog'

/** What may be done with users. */
export function useUserActions(users: readonly Row<'users'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const user = users.length === 1 ? users[0] : undefined
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <PersonAdd20Regular />,
      primary: true,
      permission: 'Users.Change',
      run: () => dialog((close) => <UserDialog onClose={close} />),
    },
    {
      key: 'edit',
      caption: t('common.edit'),
      icon: <Edit20Regular />,
      permission: 'Users.Change',
      disabled: !user,
      run: () => user && dialog((close) => <UserDialog user={user} onClose={close} />),
    },
  ]
}

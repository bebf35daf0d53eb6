import { DismissCircle20Regular, KeyMultiple20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { NewToken } from './NewToken'

/** What may be done with API tokens. */
export function useTokenActions(tokens: readonly Row<'apiTokens'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const live = tokens.filter(({ revokedAt }) => !revokedAt)
  const revoke = async () => {
    const text = t('people.revokeText', { count: live.length })
    if (!(await confirm({ title: t('people.revokeTitle'), text, confirm: t('people.revoke'), danger: true }))) return
    for (const { id, '@odata.etag': etag } of live) await post(`/apiTokens/${id}/Kobling.revoke`, undefined, etag)
    await queries.invalidateQueries({ queryKey: ['apiTokens'] })
  }
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <KeyMultiple20Regular />,
      primary: true,
      permission: 'Users.Change',
      run: () => dialog((close) => <NewToken onClose={close} />),
    },
    {
      key: 'revoke',
      caption: t('people.revoke'),
      icon: <DismissCircle20Regular />,
      permission: 'Users.Change',
      disabled: live.length === 0,
      run: revoke,
    },
  ]
}

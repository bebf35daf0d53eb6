import {
  Add20Regular,
  Delete20Regular,
  Edit20Regular,
  KeyReset20Regular,
  List20Regular,
  Send20Regular,
} from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { SecretOnce } from './SecretOnce'
import { WebhookDialog } from './WebhookDialog'

/** What may be done with outbound webhooks. */
export function useWebhookActions(webhooks: readonly Row<'outboundWebhooks'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const confirm = useConfirm()
  const navigate = useNavigate()
  const webhook = webhooks.length === 1 ? webhooks[0] : undefined
  const deliveries = (of: Row<'outboundWebhooks'>) =>
    navigate({
      to: '/outbound-webhook-deliveries',
      search: { odata: `outboundWebhookId eq ${of.id}` } as never,
    })
  const test = async (of: Row<'outboundWebhooks'>) => {
    await post(`/outboundWebhooks/${of.id}/Kobling.test`, undefined, of['@odata.etag'])
    await deliveries(of)
  }
  const renew = async (of: Row<'outboundWebhooks'>) => {
    const sure = {
      title: t('people.renewTitle'),
      text: t('people.renewText'),
      confirm: t('people.renew'),
      danger: true,
    }
    if (!(await confirm(sure))) return
    const path = `/outboundWebhooks/${of.id}/Kobling.renewSecret`
    const { secret } = await post<{ secret: string }>(path, undefined, of['@odata.etag'])
    dialog((close) => <SecretOnce title={of.description ?? ''} secret={secret} onClose={close} />)
  }
  const erase = async (of: Row<'outboundWebhooks'>) => {
    const name = of.description ?? ''
    const sure = { title: t('people.deleteWebhookTitle', { name }), text: t('people.deleteWebhookText') }
    if (!(await confirm({ ...sure, confirm: t('common.delete'), danger: true }))) return
    await remove(`/outboundWebhooks/${of.id}`, of['@odata.etag'])
    await queries.invalidateQueries({ queryKey: ['outboundWebhooks'] })
  }
  return [
    {
      key: 'new',
      caption: t('common.new'),
      icon: <Add20Regular />,
      primary: true,
      permission: 'Users.Change',
      run: () => dialog((close) => <WebhookDialog onClose={close} />),
    },
    {
      key: 'edit',
      caption: t('common.edit'),
      icon: <Edit20Regular />,
      permission: 'Users.Change',
      disabled: !webhook,
      run: () => webhook && dialog((close) => <WebhookDialog webhook={webhook} onClose={close} />),
    },
    {
      key: 'deliveries',
      caption: t('pages.outboundWebhookDeliveries'),
      icon: <List20Regular />,
      disabled: !webhook,
      run: () => webhook && deliveries(webhook),
    },
    {
      key: 'test',
      caption: t('people.sendTest'),
      icon: <Send20Regular />,
      permission: 'Users.Run',
      disabled: !webhook?.enabled,
      run: () => webhook && test(webhook),
    },
    {
      key: 'renew',
      caption: t('people.renew'),
      icon: <KeyReset20Regular />,
      permission: 'Users.Change',
      disabled: !webhook,
      run: () => webhook && renew(webhook),
    },
    {
      key: 'delete',
      caption: t('common.delete'),
      icon: <Delete20Regular />,
      permission: 'Users.Change',
      disabled: !webhook,
      run: () => webhook && erase(webhook),
    },
  ]
}

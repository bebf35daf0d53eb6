import { ArrowClockwise20Regular, Info20Regular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import type { Action } from '@/components/action/action'
import { CopyButton } from '@/components/copy/CopyButton'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useDialog } from '@/components/dialog/useDialog'

/** What may be done with deliveries. */
export function useDeliveryActions(deliveries: readonly Row<'outboundWebhookDeliveries'>[]): readonly Action[] {
  const { t } = useTranslation()
  const dialog = useDialog()
  const open = deliveries.filter(({ state }) => state !== 'Delivered')
  const one = deliveries.length === 1 ? deliveries[0] : undefined
  const retry = async () => {
    for (const { id, '@odata.etag': etag } of open) {
      await post(`/outboundWebhookDeliveries/${id}/Kobling.retry`, undefined, etag)
    }
    await queries.invalidateQueries({ queryKey: ['outboundWebhookDeliveries'] })
  }
  return [
    {
      key: 'retry',
      caption: t('people.sendAgain'),
      icon: <ArrowClockwise20Regular />,
      primary: true,
      permission: 'Users.Run',
      disabled: open.length === 0,
      run: retry,
    },
    {
      key: 'details',
      caption: t('jobs.details'),
      icon: <Info20Regular />,
      disabled: !one,
      run: () => one && dialog((close) => <Sent body={one.body ?? ''} title={one.event} onClose={close} />),
    },
  ]
}

type SentProps = { readonly body: string; readonly title: string | undefined; readonly onClose: () => void }

/** What is sent, readable. */
function Sent({ body, title, onClose }: SentProps) {
  const { t } = useTranslation()
  const pretty = () => {
    try {
      return JSON.stringify(JSON.parse(body), null, 2)
    } catch {
      return body
    }
  }
  return (
    <ReadDialog
      wide
      title={title}
      onClose={onClose}
      actions={<CopyButton text={() => body}>{t('common.copy')}</CopyButton>}
    >
      <pre>{pretty()}</pre>
    </ReadDialog>
  )
}

import { Field, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patch, post } from '@/api/client'
import type { Row } from '@/api/fields'
import { queries } from '@/api/queries'
import { FormDialog } from '@/components/dialog/FormDialog'
import { SecretOnce } from './SecretOnce'

const EVENTS = ['orderStaged', 'documentCreated', 'documentPosted', 'jobFailed', 'recordSkipped'] as const

type Props = { readonly webhook?: Row<'outboundWebhooks'>; readonly onClose: () => void }

/** Makes an outbound webhook, and shows its secret the one time that it can be read; or changes one. */
export function WebhookDialog({ webhook, onClose }: Props) {
  const { t } = useTranslation()
  const [form, setForm] = useState({
    description: webhook?.description ?? '',
    url: webhook?.url ?? '',
    enabled: webhook?.enabled ?? true,
    orderStaged: webhook?.orderStaged ?? true,
    documentCreated: webhook?.documentCreated ?? true,
    documentPosted: webhook?.documentPosted ?? true,
    jobFailed: webhook?.jobFailed ?? false,
    recordSkipped: webhook?.recordSkipped ?? false,
  })
  const [secret, setSecret] = useState<string>()
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const submit = async () => {
    if (webhook) await patch(`/outboundWebhooks/${webhook.id}`, form, webhook['@odata.etag'])
    else setSecret((await post<{ secret: string }>('/outboundWebhooks', form)).secret)
    await queries.invalidateQueries({ queryKey: ['outboundWebhooks'] })
  }
  if (secret) return <SecretOnce title={form.description} secret={secret} onClose={onClose} />
  return (
    <FormDialog
      title={webhook ? form.description : t('people.newWebhook')}
      confirm={webhook ? t('common.save') : t('common.create')}
      onSubmit={submit}
      onClose={() => setSecret((made) => (made ? made : (onClose(), undefined)))}
    >
      {(error) => (
        <>
          <Field label={t('fields.description')} required validationMessage={error('description')}>
            <Input value={form.description} onChange={(_, { value }) => set({ description: value })} />
          </Field>
          <Field label={t('fields.url')} required hint={t('people.urlHint')} validationMessage={error('url')}>
            <Input type="url" value={form.url} onChange={(_, { value }) => set({ url: value })} />
          </Field>
          <Field label={t('people.toldOf')} validationMessage={error('orderStaged')}>
            <div>
              {EVENTS.map((event) => (
                <div key={event}>
                  <Switch
                    label={t(`fields.${event}`)}
                    checked={form[event]}
                    onChange={(_, { checked }) => set({ [event]: checked })}
                  />
                </div>
              ))}
            </div>
          </Field>
          {webhook && (
            <Switch
              label={t('fields.enabled')}
              checked={form.enabled}
              onChange={(_, { checked }) => set({ enabled: checked })}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

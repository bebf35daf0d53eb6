import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '@/api/client'
import { queries } from '@/api/queries'
import { recordQuery, useRecords } from '@/api/record'
import { useSession } from '@/api/session'
import { FormDialog } from '@/components/dialog/FormDialog'
import { DateInput } from '@/components/input/DateInput'
import { useNotify } from '@/components/notice/useNotify'
import { documentKinds, type DocumentKind, type SalesDocument } from './documentKinds'
import { partOf, type Part } from './postedParts'

type Props = {
  readonly kind: DocumentKind
  readonly document: SalesDocument
  readonly onClose: () => void
}

/** What posting has made, or the entry of the job queue that is to post. */
type Posted = {
  readonly entry?: string
  readonly invoiceId?: string | null
  readonly invoiceNumber?: string | null
  readonly shipmentId?: string | null
  readonly shipmentNumber?: string | null
  readonly completed?: boolean
}

/** Asks what of a document is posted, and posts it: at once, or in the background. */
export function PostDialog({ kind, document: opened, onClose }: Props) {
  const { t } = useTranslation()
  const notify = useNotify()
  const navigate = useNavigate()
  const { workDate } = useSession()
  // What is entered on the card may still be on its way when the dialog opens.
  const { data: document = opened } = useQuery(recordQuery(kind, opened.id ?? ''))
  const setup = useRecords('salesReceivablesSetup', { $top: '1' }).data?.value[0]
  const always = setup?.postWithJobQueue === true
  const { inParts, list, takesBack } = documentKinds[kind]
  const { number = '' } = document
  const [part, setPart] = useState<Part>('shipAndInvoice')
  const [postingDate, setPostingDate] = useState('')
  const [background, setBackground] = useState(false)

  const submit = async () => {
    const action = background || always ? 'postInBackground' : 'post'
    const body = { ...partOf(part), ...(postingDate ? { postingDate } : {}) }
    const done = await post<Posted>(`/${kind}/${document.id}/Kobling.${action}`, body, document['@odata.etag'])
    if (done.entry) {
      notify.success(t('sales.scheduled', { number }), { caption: t('common.show'), to: `/job-queue/${done.entry}` })
    } else if (done.invoiceId) {
      const to = `/${takesBack ? 'sales-credit-memos' : 'sales-invoices'}/${done.invoiceId}`
      notify.success(t('sales.posted', { number, as: done.invoiceNumber ?? '' }), { caption: t('common.show'), to })
    } else {
      const to = `/sales-shipments/${done.shipmentId}`
      notify.success(t('sales.posted', { number, as: done.shipmentNumber ?? '' }), { caption: t('common.show'), to })
    }
    if (done.completed) {
      await navigate({ to: list })
      queries.removeQueries({ queryKey: [kind, 'record', document.id] })
    }
    await queries.invalidateQueries()
  }

  return (
    <FormDialog
      title={t('sales.postTitle', { number })}
      confirm={t('sales.postNow')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(error) => (
        <>
          {inParts && (
            <Field label={t('sales.what')}>
              <RadioGroup value={part} onChange={(_, { value }) => setPart(value as Part)}>
                <Radio value="ship" label={t('sales.ship')} />
                <Radio value="invoice" label={t('sales.invoice')} />
                <Radio value="shipAndInvoice" label={t('sales.shipAndInvoice')} />
              </RadioGroup>
            </Field>
          )}
          <DateInput
            caption={t('fields.postingDate')}
            value={postingDate}
            days={{ today: workDate, workDate }}
            hint={t('sales.ownPostingDate')}
            error={error('postingDate')}
            onChange={setPostingDate}
          />
          <Field hint={always ? t('sales.alwaysInBackground') : t('sales.backgroundHint')}>
            <Switch
              label={t('sales.inBackground')}
              checked={background || always}
              disabled={always}
              onChange={(_, { checked }) => setBackground(checked)}
            />
          </Field>
        </>
      )}
    </FormDialog>
  )
}

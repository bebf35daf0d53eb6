import { Field, Input } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { CallStack } from '@/areas/jobs/CallStack'
import { CancelDialog } from '@/areas/jobs/CancelDialog'
import { LogDetails } from '@/areas/jobs/LogDetails'
import { SetupWizard } from '@/areas/jobs/setup/SetupWizard'
import type { Action } from '@/components/action/action'
import { ConflictDialog } from '@/components/card/ConflictDialog'
import { FormDialog } from '@/components/dialog/FormDialog'
import { useConfirm } from '@/components/dialog/useConfirm'
import { useDialog } from '@/components/dialog/useDialog'
import { refusal, run, setup, shop } from './samples'

/** What opens each kind of dialog. */
export function useDialogSamples(): readonly Action[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const dialog = useDialog()
  const theirs = { ...shop, shippingChargesAccount: '3070', tipAccount: '3900' }
  return [
    {
      key: 'question',
      caption: t('gallery.question'),
      run: () =>
        confirm({ title: t('card.leaveTitle'), text: t('card.leaveText'), confirm: t('card.leave'), danger: true }),
    },
    {
      key: 'form',
      caption: t('gallery.form'),
      run: () =>
        dialog((close) => (
          <FormDialog
            title={t('jobs.newCategory')}
            confirm={t('common.create')}
            onSubmit={() => Promise.reject(refusal)}
            onClose={close}
          >
            {() => (
              <Field label={t('fields.code')} required>
                <Input defaultValue="DEMO" />
              </Field>
            )}
          </FormDialog>
        )),
    },
    {
      key: 'conflict',
      caption: t('gallery.conflict'),
      run: () =>
        dialog((close) => (
          <ConflictDialog
            entity="shopifyShops"
            base={shop}
            theirs={theirs}
            draft={{ tipAccount: '3910' }}
            onMine={close}
            onTheirs={close}
            onClose={close}
          />
        )),
    },
    {
      key: 'run',
      caption: t('gallery.run'),
      run: () => dialog((close) => <LogDetails run={run} onClose={close} />),
    },
    {
      key: 'guide',
      caption: t('gallery.guide'),
      run: () => dialog((close) => <SetupWizard setup={setup} onClose={close} />),
    },
    {
      key: 'cancel',
      caption: t('gallery.cancel'),
      run: () => dialog((close) => <CancelDialog entries={[]} onClose={close} />),
    },
    {
      key: 'callStack',
      caption: t('gallery.callStack'),
      run: () => dialog((close) => <CallStack text={run.errorMessage ?? ''} onClose={close} />),
    },
  ]
}

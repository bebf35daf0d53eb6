import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { FactBox } from '@/components/card/FactBox'
import { CopyButton } from '@/components/copy/CopyButton'
import { ReadDialog } from '@/components/dialog/ReadDialog'
import { useFormat } from '@/i18n/format'

type Props = { readonly record: Row<'skippedRecords'>; readonly onClose: () => void }

/** Why a record was skipped, and what to do about it. */
export function SkippedDetails({ record, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const {
    documentName = '',
    cause = '',
    remedy = '',
    shopCode = '',
    shopifyId,
    retries = 0,
    firstSeenAt,
    lastSeenAt,
  } = record
  const details = [
    [t('fields.documentName'), `${documentName} (${shopifyId})`],
    [t('fields.shopCode'), shopCode],
    [t('fields.cause'), cause],
    [t('fields.remedy'), remedy],
    [t('fields.firstSeenAt'), firstSeenAt],
    [t('fields.lastSeenAt'), lastSeenAt],
    [t('request.fields.id'), record.id],
  ]
  return (
    <ReadDialog
      title={documentName}
      onClose={onClose}
      actions={
        <CopyButton text={() => details.map(([name, value]) => `${name}: ${value}`).join('\n')}>
          {t('errors.copyDetails')}
        </CopyButton>
      }
    >
      <p>
        <strong>{t('fields.cause')}:</strong> {cause}
      </p>
      <p>
        <strong>{t('fields.remedy')}:</strong> {remedy}
      </p>
      <FactBox
        title={t('jobs.details')}
        facts={[
          { name: t('fields.shopCode'), value: shopCode },
          { name: t('fields.shopifyId'), value: shopifyId },
          { name: t('fields.retries'), value: format.number(retries) },
          { name: t('fields.firstSeenAt'), value: firstSeenAt && format.dateTime(firstSeenAt) },
          { name: t('fields.lastSeenAt'), value: lastSeenAt && format.dateTime(lastSeenAt) },
        ]}
      />
    </ReadDialog>
  )
}

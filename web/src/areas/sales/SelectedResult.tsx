import { Button, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ReadDialog } from '@/components/dialog/ReadDialog'

/** What became of documents that were to be posted together. */
export type Selected = {
  readonly entry: string | null
  readonly scheduled: number
  readonly skipped: readonly { readonly id: string; readonly number: string; readonly reason: string }[]
}

/** How many documents are to be posted by which entry, and which were left out and why. */
export function SelectedResult({ selected, onClose }: { readonly selected: Selected; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { entry, scheduled, skipped } = selected
  const show = () => {
    onClose()
    void navigate({ to: `/job-queue/${entry}` })
  }
  return (
    <ReadDialog
      wide
      title={t('sales.postSelected')}
      onClose={onClose}
      actions={entry && <Button onClick={show}>{t('sales.showEntry')}</Button>}
    >
      <p>{t('sales.scheduledCount', { count: scheduled })}</p>
      {skipped.length > 0 && (
        <>
          <p>{t('sales.leftOut', { count: skipped.length })}</p>
          <Table size="small" aria-label={t('sales.leftOut', { count: skipped.length })}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell>{t('fields.number')}</TableHeaderCell>
                <TableHeaderCell>{t('sales.reason')}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {skipped.map(({ id, number, reason }) => (
                <TableRow key={id}>
                  <TableCell>{number}</TableCell>
                  <TableCell>{reason}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </>
      )}
    </ReadDialog>
  )
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { field as fieldOf, type EntitySet } from '@/api/fields'
import { captionOf } from '@/components/list/caption'
import type { AnyRow } from '@/components/list/definition'
import { asText, valueText } from '@/components/list/valueText'
import { optionCaption } from '@/i18n/captions'
import { useFormat } from '@/i18n/format'
import { differences, type Values } from './changes'

type Props = {
  readonly entity: EntitySet
  readonly base: AnyRow
  readonly theirs: AnyRow
  readonly draft: Values
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onClose: () => void
}

/** Someone else was faster: shows what they changed and lets the user choose whose values stay. */
export function ConflictDialog({ entity, base, theirs, draft, onMine, onTheirs, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = (name: string, value: unknown) => {
    const { kind } = fieldOf(entity, name)
    if (kind === 'boolean') return value ? t('common.yes') : t('common.no')
    return (kind === 'option' ? optionCaption(t, asText(value)) : valueText(format, kind, value)) || '\u2013'
  }
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('card.changedElsewhere')}</DialogTitle>
          <DialogContent>
            <p>{t('card.chooseWhose')}</p>
            <Table size="small" aria-label={t('card.changedElsewhere')}>
              <TableHeader>
                <TableRow>
                  <TableHeaderCell>{t('card.field')}</TableHeaderCell>
                  <TableHeaderCell>{t('card.theirs')}</TableHeaderCell>
                  <TableHeaderCell>{t('card.mine')}</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {differences(base, theirs, draft).map((difference) => (
                  <TableRow key={difference.name}>
                    <TableCell>{captionOf(t, { field: difference.name })}</TableCell>
                    <TableCell>{text(difference.name, difference.theirs)}</TableCell>
                    <TableCell>{'mine' in difference ? text(difference.name, difference.mine) : '\u2013'}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onMine}>
              {t('card.saveMine')}
            </Button>
            <Button onClick={onTheirs}>{t('card.takeTheirs')}</Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

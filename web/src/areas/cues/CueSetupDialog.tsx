import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setUpCue, type CueRanges, type CueSetup } from '@/api/cueSetup'
import { FormDialog } from '@/components/dialog/FormDialog'
import { cueCaption } from './cueCaption'

const STYLES = ['favorable', 'ambiguous', 'unfavorable', 'subordinate'] as const

type Props = { readonly cue: CueSetup; readonly forEveryone: boolean; readonly onClose: () => void }

/** Says from which numbers on a tile has which style. */
export function CueSetupDialog({ cue, forEveryone, onClose }: Props) {
  const { t } = useTranslation()
  const [ranges, setRanges] = useState<CueRanges>(forEveryone ? cue.shared : cue.ranges)
  const set = (part: Partial<CueRanges>) => setRanges({ ...ranges, ...part })
  const whole = (text: string) => Math.max(0, Math.trunc(Number(text) || 0))
  const style = (field: 'lowRangeStyle' | 'middleRangeStyle' | 'highRangeStyle', caption: string) => (
    <Field label={caption}>
      <Select value={ranges[field]} onChange={(_, { value }) => set({ [field]: value as CueRanges['lowRangeStyle'] })}>
        {STYLES.map((one) => (
          <option key={one} value={one}>
            {t(`cueSetup.style_${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <FormDialog
      title={`${cueCaption(t, cue.name)}: ${forEveryone ? t('cueSetup.forEveryone') : t('cueSetup.forMe')}`}
      confirm={t('common.save')}
      onSubmit={() => setUpCue(cue.name, forEveryone, ranges)}
      onClose={onClose}
    >
      {(error) => (
        <>
          {style('lowRangeStyle', t('cueSetup.lowStyle'))}
          <Field label={t('cueSetup.threshold1')} validationMessage={error('threshold1')}>
            <Input
              type="number"
              min={0}
              value={String(ranges.threshold1)}
              onChange={(_, { value }) => set({ threshold1: whole(value) })}
            />
          </Field>
          {style('middleRangeStyle', t('cueSetup.middleStyle'))}
          <Field label={t('cueSetup.threshold2')} validationMessage={error('threshold2')}>
            <Input
              type="number"
              min={0}
              value={String(ranges.threshold2)}
              onChange={(_, { value }) => set({ threshold2: whole(value) })}
            />
          </Field>
          {style('highRangeStyle', t('cueSetup.highStyle'))}
        </>
      )}
    </FormDialog>
  )
}

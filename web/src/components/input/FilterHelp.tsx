import { Button, Popover, PopoverSurface, PopoverTrigger, Text, makeStyles, tokens } from '@fluentui/react-components'
import { QuestionCircle20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { examplesFor, type FilterKind } from './filterExamples'

const useStyles = makeStyles({
  surface: { maxInlineSize: '22rem', maxBlockSize: '24rem', overflowY: 'auto' },
  list: { display: 'grid', gap: tokens.spacingVerticalXXS, marginBlockStart: tokens.spacingVerticalS },
  line: { display: 'grid', gridTemplateColumns: '1fr 1fr', alignItems: 'center', gap: tokens.spacingHorizontalS },
  expression: { justifyContent: 'start', fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular },
})

type Props = {
  readonly caption: string
  readonly kind: FilterKind
  readonly onTake: (expression: string) => void
}

/** The button beside a filter that shows what a filter may say. */
export function FilterHelp({ caption, kind, onTake }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const take = (expression: string) => {
    onTake(expression)
    setOpen(false)
  }
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          size="small"
          icon={<QuestionCircle20Regular />}
          aria-label={t('input.filterHelp.open', { caption })}
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('input.filterHelp.title')}>
        <Text as="h3" weight="semibold">
          {t('input.filterHelp.title')}
        </Text>
        <p>{t('input.filterHelp.intro')}</p>
        <ul className={styles.list}>
          {examplesFor(kind).map(({ expression, says }) => (
            <li key={expression} className={styles.line}>
              <Button
                size="small"
                className={styles.expression}
                aria-label={t('input.filterHelp.take', { expression })}
                onClick={() => take(expression)}
              >
                {expression}
              </Button>
              <Text size={200}>{t(`input.filterHelp.examples.${says}`)}</Text>
            </li>
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  )
}

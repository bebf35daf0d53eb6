import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDown20Regular, ChevronRight20Regular } from '@fluentui/react-icons'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TabKey } from '@/i18n/keys'

const useStyles = makeStyles({
  tab: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    inlineSize: '100%',
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  summary: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
    paddingBlockEnd: tokens.spacingVerticalL,
  },
  whole: { display: 'block' },
})

type Props = {
  readonly title: TabKey
  /** Closed at first. */
  readonly closed?: boolean
  /** Shown beside the title while it is closed. */
  readonly summary?: string | undefined
  /** Fields that few people need, behind *Show more*. */
  readonly more?: ReactNode
  /** One thing as wide as the page, as a list of lines. */
  readonly whole?: boolean
  readonly children: ReactNode
}

/** A group of fields that can be folded away. */
export function FastTab({ title, closed = false, summary, more, whole, children }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(!closed)
  const [showMore, setShowMore] = useState(false)
  return (
    <section className={styles.tab} aria-labelledby={id}>
      <h2>
        <button type="button" id={id} className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
          {t(`tabs.${title}`)}
          {!open && summary && <span className={styles.summary}>{summary}</span>}
        </button>
      </h2>
      {open && (
        <>
          <div className={mergeClasses(styles.fields, whole && styles.whole)}>
            {children}
            {showMore && more}
          </div>
          {more && (
            <Button size="small" appearance="subtle" aria-expanded={showMore} onClick={() => setShowMore(!showMore)}>
              {showMore ? t('common.showLess') : t('common.showMore')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

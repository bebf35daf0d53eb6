import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterInput } from '@/components/input/FilterInput'
import { fieldCaption, tableCaption } from './captions'
import { filterName, moreFields, shownFields, withFilter, type Filters } from './filters'
import { kindOf, type FilterTable } from './object'
import { MatchCount } from './MatchCount'
import { Section } from './Section'
import type { TableCount } from './useMatches'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(17rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  menu: { maxBlockSize: '22rem', overflowY: 'auto' },
})

type Props = {
  readonly table: FilterTable
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  /** What the server says against filters, by their names. */
  readonly errors: Filters
  readonly count: TableCount | undefined
}

/** The filters on one table: the offered fields, and a menu of all others. */
export function FilterFields({ table, filters, onChange, errors, count }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [added, setAdded] = useState<readonly string[]>([])
  const more = moreFields(table, added)
  const failed = Object.keys(errors).length > 0
  return (
    <Section title={t('request.filterOn', { table: tableCaption(t, table) })}>
      <div className={styles.fields}>
        {shownFields(table, added).map((field) => {
          const name = filterName(table, field)
          return (
            <FilterInput
              key={name}
              caption={fieldCaption(t, field)}
              kind={kindOf(field)}
              values={field.values}
              expression={filters[name] ?? ''}
              error={errors[name]}
              onChange={(expression) => onChange(withFilter(filters, name, expression))}
            />
          )
        })}
      </div>
      <div className={styles.below}>
        {more.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="subtle" icon={<Add20Regular />}>
                {t('request.addFilter')}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList className={styles.menu}>
                {more.map((field) => (
                  <MenuItem key={field.name} onClick={() => setAdded([...added, filterName(table, field)])}>
                    {fieldCaption(t, field)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <MatchCount count={count} failed={failed} />
      </div>
    </Section>
  )
}

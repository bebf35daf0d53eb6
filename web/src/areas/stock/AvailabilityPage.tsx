import { Field, Input, Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { useSession } from '@/api/session'
import { usePageStyles } from '@/areas/jobs/pageStyles'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { DateInput } from '@/components/input/DateInput'
import { Scrolled } from '@/components/page/Scrolled'
import { usePageTitle } from '@/components/page/usePageTitle'
import { useFormat } from '@/i18n/format'
import { availabilityQuery, FIGURES, totalOf, type Asked } from './availability'

const useStyles = makeStyles({
  asked: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  table: {
    borderCollapse: 'collapse',
    inlineSize: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      whiteSpace: 'nowrap',
    },
    // The figures stand after what they are about.
    '& th:nth-child(n + 5), & td:nth-child(n + 5), & tfoot td': { textAlign: 'end' },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  total: { fontWeight: tokens.fontWeightSemibold },
})

const FILTERS = ['itemNumber', 'variantCode', 'locationCode'] as const

type Props = { readonly asked: Asked; readonly onAsk: (asked: Asked) => void }

/** How many of items are available, by variant and location, on a day. */
export function AvailabilityPage({ asked, onAsk }: Props) {
  const page = usePageStyles()
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { workDate } = useSession()
  const { data, error, refetch } = useQuery({ ...availabilityQuery(asked), placeholderData: keepPreviousData })
  const total = totalOf(data?.value ?? [])
  const target = error instanceof ApiError ? error.target : undefined
  const isOfField = FILTERS.some((name) => name === target)
  usePageTitle(t('pages.itemAvailability'))
  const ask = (part: Asked) => onAsk({ ...asked, ...part })
  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('pages.itemAvailability')}</h1>
      <div className={styles.asked}>
        {FILTERS.map((name) => (
          <Field
            key={name}
            label={t(`fields.${name}`)}
            validationMessage={target === name ? error?.message : undefined}
            {...(name === 'itemNumber' ? { hint: t('stock.filterHint') } : {})}
          >
            <Input
              key={asked[name]}
              defaultValue={asked[name] ?? ''}
              onBlur={({ target: { value } }) => value !== (asked[name] ?? '') && ask({ [name]: value })}
              onKeyDown={({ key, currentTarget }) => key === 'Enter' && ask({ [name]: currentTarget.value })}
            />
          </Field>
        ))}
        <DateInput
          caption={t('stock.onDay')}
          value={asked.date ?? data?.date ?? workDate}
          days={{ today: workDate, workDate }}
          onChange={(date) => ask({ date })}
        />
      </div>
      {error && !isOfField && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Spinner label={t('common.loading')} />}
      {data?.value.length === 0 && <p>{t('lists.nothingFound')}</p>}
      {data && data.value.length > 0 && (
        <Scrolled label={t('pages.itemAvailability')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('fields.itemNumber')}</th>
                <th scope="col">{t('fields.description')}</th>
                <th scope="col">{t('fields.variantCode')}</th>
                <th scope="col">{t('fields.locationCode')}</th>
                {FIGURES.map((name) => (
                  <th key={name} scope="col" className={styles.number}>
                    {t(`stock.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.value.map((line) => (
                <tr key={`${line.itemNumber}/${line.variantCode}/${line.locationCode}`}>
                  <td>{line.itemNumber}</td>
                  <td>{line.displayName}</td>
                  <td>{line.variantCode}</td>
                  <td>{line.locationCode || t('lists.blank')}</td>
                  {FIGURES.map((name) => (
                    <td key={name} className={styles.number}>
                      {format.number(line[name])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className={styles.total}>
                <th scope="row" colSpan={4}>
                  {t('stock.total')}
                </th>
                {FIGURES.map((name) => (
                  <td key={name} className={styles.number}>
                    {format.number(total[name])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </Scrolled>
      )}
    </div>
  )
}

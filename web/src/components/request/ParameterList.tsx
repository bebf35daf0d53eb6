import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { fieldCaption, optionName, optionValue, tableCaption } from './captions'
import { filterName } from './filters'
import { objectsQuery, type RunnableObject } from './object'
import { readParameters, type Parameters } from './parameters'
import { normalize } from './schema'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
})

type Props = {
  readonly objectId: number
  /** As the entry, or its run, keeps them. */
  readonly text: string
}

/** What a task was asked, in words: its options, and which records its filters let through. */
export function ParameterList({ objectId, text }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data } = useQuery(objectsQuery)
  const parameters = readParameters(text)
  if (!parameters) return <p className={styles.value}>{text}</p>
  const lines = linesOf(
    t,
    objectId,
    parameters,
    data?.find((object) => object.objectId === objectId),
  )
  if (!lines.length) return <p className={styles.name}>{t('request.noParameters')}</p>
  return (
    <dl className={styles.list}>
      {lines.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Line = { readonly name: string; readonly value: string }

function linesOf(
  t: TFunction,
  objectId: number,
  { options, filters }: Parameters,
  object: RunnableObject | undefined,
): readonly Line[] {
  const schema = object && normalize(object.schema)
  const shown = (name: string, value: unknown) =>
    typeof value === 'boolean'
      ? t(value ? 'common.yes' : 'common.no')
      : typeof value === 'string'
        ? optionValue(t, objectId, name, value)
        : JSON.stringify(value)
  const captions = new Map(
    object?.tables.flatMap((table) =>
      table.fields.map((field) => [filterName(table, field), `${tableCaption(t, table)}: ${fieldCaption(t, field)}`]),
    ),
  )
  return [
    ...Object.entries(options).map(([name, value]) => ({
      name: optionName(t, objectId, name, schema?.properties?.[name]?.title),
      value: shown(name, value),
    })),
    ...Object.entries(filters).map(([name, value]) => ({ name: captions.get(name) ?? name, value })),
  ]
}

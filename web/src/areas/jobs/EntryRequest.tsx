import { useQuery } from '@tanstack/react-query'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useSession } from '@/api/session'
import { useCardContext } from '@/components/card/context'
import { filterFault } from '@/components/error/explain'
import { FilterFields } from '@/components/request/FilterFields'
import { shownTables, type Filters } from '@/components/request/filters'
import { objectsQuery, type RunnableObject } from '@/components/request/object'
import { faults, type Options } from '@/components/request/options'
import { ParameterList } from '@/components/request/ParameterList'
import { readParameters } from '@/components/request/parameters'
import { normalize } from '@/components/request/schema'
import { SchemaForm } from '@/components/request/SchemaForm'
import { useMatches } from '@/components/request/useMatches'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** The server names a filter that it can't read by where it stands in the change. */
const FILTERS = 'filters.'

type Props = { readonly objectId: number; readonly scope: string; readonly text: string }

/** The request page of a job queue entry: to be read, or on a card that may be changed, to be filled in anew. */
export function EntryRequest({ objectId, scope, text }: Props) {
  const { editable } = useCardContext()
  const { data } = useQuery(objectsQuery)
  const object = data?.find((one) => one.objectId === objectId)
  if (!editable || !object || !readParameters(text)) return <ParameterList objectId={objectId} text={text} />
  return <Editable object={object} scope={scope} text={text} />
}

function Editable({ object, scope, text }: Omit<Props, 'objectId'> & { readonly object: RunnableObject }) {
  const styles = useStyles()
  const { company, workDate } = useSession()
  const { draft, set, errors } = useCardContext()
  const kept = readParameters(text)
  const options = (draft.options ?? kept?.options ?? {}) as Options
  const filters = (draft.filters ?? kept?.filters ?? {}) as Filters
  const schema = useMemo(() => normalize(object.schema), [object])
  const matches = useMatches(object, scope || undefined, filters)
  const said = Object.entries(errors).filter(([name]) => name.startsWith(FILTERS))
  const refused = Object.fromEntries(said.map(([name, message]) => [name.slice(FILTERS.length), filterFault(message)]))
  return (
    <div className={styles.parts}>
      <SchemaForm
        objectId={object.objectId}
        schema={schema}
        options={options}
        onChange={(to) => set('options', to)}
        faults={faults(schema, options)}
        days={{ today: workDate, workDate }}
        zone={company.timeZone}
      />
      {shownTables(object.tables, object.perShop).map((table) => (
        <FilterFields
          key={table.name}
          table={table}
          filters={filters}
          onChange={(to) => set('filters', to)}
          errors={{ ...matches.errors, ...refused }}
          count={matches.tables.find(({ name }) => name === table.name)}
        />
      ))}
    </div>
  )
}

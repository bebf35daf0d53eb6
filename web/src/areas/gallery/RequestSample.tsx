import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useSession } from '@/api/session'
import { FilterFields } from '@/components/request/FilterFields'
import type { Filters } from '@/components/request/filters'
import { defaults, faults, type Options } from '@/components/request/options'
import { NOW, scheduleFaults, type Schedule } from '@/components/request/schedule'
import { ScheduleFields } from '@/components/request/ScheduleFields'
import { SchemaForm } from '@/components/request/SchemaForm'
import { task } from './samples'

const useStyles = makeStyles({ parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL } })

/** The parts of a request page: options, filters with one that can't be read, and a schedule with a fault. */
export function RequestSample() {
  const styles = useStyles()
  const { company, workDate } = useSession()
  const [options, setOptions] = useState<Options>({ ...defaults(task.schema), days: 90 })
  const [filters, setFilters] = useState<Filters>({ 'ShopifyOrder.financialStatus': 'Paid|' })
  const [schedule, setSchedule] = useState<Schedule>({ ...NOW, when: 'recurring', days: [] })
  const days = { today: workDate, workDate }
  return (
    <div className={styles.parts}>
      <SchemaForm
        objectId={task.objectId}
        schema={task.schema}
        options={options}
        onChange={setOptions}
        faults={faults(task.schema, options)}
        days={days}
        zone={company.timeZone}
      />
      {task.tables.map((table) => (
        <FilterFields
          key={table.name}
          table={table}
          filters={filters}
          onChange={setFilters}
          errors={{ 'ShopifyOrder.financialStatus': 'At character 6 a value was expected.' }}
          count={{ name: table.name, count: 42 }}
        />
      ))}
      <ScheduleFields
        schedule={schedule}
        onChange={setSchedule}
        faults={scheduleFaults(schedule, company.timeZone, Date.parse(workDate))}
        days={days}
        zone={company.timeZone}
        mayPlan
      />
    </div>
  )
}

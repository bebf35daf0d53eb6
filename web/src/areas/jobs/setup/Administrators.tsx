import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components'
import { Delete20Regular } from '@fluentui/react-icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post, remove } from '@/api/client'
import { administratorsQuery, type Administrator } from '@/api/jobQueue'
import { useRecords } from '@/api/record'
import { useCan } from '@/api/session'
import { useRun } from '@/components/action/useRun'
import { ErrorMessage } from '@/components/error/ErrorMessage'

const useStyles = makeStyles({
  people: { maxInlineSize: '480px' },
  person: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minBlockSize: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  add: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, maxInlineSize: '480px' },
  name: { flexGrow: 1, minInlineSize: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** Who is told of everybody's jobs; to be changed by who may change the setup. */
export function Administrators() {
  const styles = useStyles()
  const { t } = useTranslation()
  const may = useCan()('Setup.Change')
  const queries = useQueryClient()
  const { run, running } = useRun()
  const { data = [], error, isPending } = useQuery(administratorsQuery)
  const again = () => queries.invalidateQueries({ queryKey: administratorsQuery.queryKey })
  const leave = ({ id, '@odata.etag': etag }: Administrator) =>
    remove(`/jobQueueAdministrators/${id}`, etag).then(again)
  if (error) return <ErrorMessage error={error} />
  return (
    <>
      {!isPending && data.length === 0 && <p className={styles.quiet}>{t('jobSetup.noAdministrator')}</p>}
      <ul className={styles.people} aria-label={t('jobSetup.administrators')}>
        {data.map((one) => (
          <li key={one.id} className={styles.person}>
            {one.userName}
            {may && (
              <Button
                appearance="subtle"
                icon={<Delete20Regular />}
                aria-label={t('jobSetup.removeAdministrator', { name: one.userName })}
                disabled={running !== undefined}
                onClick={() => run({ key: one.id, run: () => leave(one) })}
              />
            )}
          </li>
        ))}
      </ul>
      {may && <Add taken={data.map(({ userName }) => userName)} onAdded={again} />}
    </>
  )
}

/** Takes one more; from the users, when those may be seen. */
function Add({ taken, onAdded }: { readonly taken: readonly string[]; readonly onAdded: () => Promise<void> }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const see = useCan()('Users.Read')
  const { run, running } = useRun()
  const [name, setName] = useState('')
  const { data } = useRecords('users', { $orderby: 'userName', $select: 'id,userName' }, see)
  const users = data?.value.map(({ userName = '' }) => userName).filter((one) => !taken.includes(one))
  const add = async () => {
    await post('/jobQueueAdministrators', { userName: name })
    setName('')
    await onAdded()
  }
  return (
    <div className={styles.add}>
      <Field className={styles.name} label={t('jobSetup.addAdministrator')}>
        {users ? (
          <Select value={name} onChange={(_, { value }) => setName(value)}>
            <option value="" />
            {users.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        ) : (
          <Input value={name} onChange={(_, { value }) => setName(value)} />
        )}
      </Field>
      <Button disabled={!name || running !== undefined} onClick={() => run({ key: 'add', run: add })}>
        {t('jobSetup.add')}
      </Button>
    </div>
  )
}

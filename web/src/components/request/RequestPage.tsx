import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Spinner,
  Title2,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { taskCaption } from '@/i18n/captions'
import { FilterFields } from './FilterFields'
import { shownTables } from './filters'
import { objectsQuery, type RunnableObject } from './object'
import { ScheduleFields } from './ScheduleFields'
import { SchemaForm } from './SchemaForm'
import { Section } from './Section'
import { ShopChoice } from './ShopChoice'
import type { Outcome } from './outcome'
import { useRequest, type Setting } from './useRequest'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxInlineSize: '70rem',
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 700px)': { padding: tokens.spacingHorizontalM },
  },
  who: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(17rem, 100%), 1fr))',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

type Props = {
  /** The number of the object. */
  readonly objectId: number
  /** Who fills it in, and where. */
  readonly setting: Setting
  /** The code of the shop to begin with. */
  readonly shop?: string | undefined
  /** Told when the request was taken. */
  readonly onDone: (outcome: Outcome) => void
  readonly onCancel: () => void
}

/** The request page of an object: what is asked of it, and when. */
export function RequestPage({ objectId, ...rest }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(objectsQuery)
  const object = data?.find((one) => one.objectId === objectId)
  if (object) return <Filled key={objectId} object={object} {...rest} />
  return (
    <div className={styles.page}>
      {error ? (
        <ErrorMessage error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <MessageBar intent="error">
          <MessageBarBody>{t('request.noObject', { objectId })}</MessageBarBody>
        </MessageBar>
      ) : (
        <Spinner label={t('request.loading')} />
      )}
    </div>
  )
}

function Filled({
  object,
  setting,
  shop,
  onDone,
  onCancel,
}: Omit<Props, 'objectId'> & { readonly object: RunnableObject }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const caption = taskCaption(t, object.objectId, object.caption)
  const request = useRequest(object, setting, shop, onDone)
  const { form, change, schema, matches, faults } = request
  const { zone, days, mayPlan } = setting
  return (
    <form
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void request.submit()
      }}
    >
      <Title2 as="h1">{caption}</Title2>
      {request.failure && <ErrorMessage error={request.failure} />}
      {matches.failure && !Object.keys(matches.errors).length && <ErrorMessage error={matches.failure} />}
      {object.perShop && (
        <Section title={t('request.shopTitle')}>
          <div className={styles.who}>
            <ShopChoice shops={request.shops} value={request.shop?.id ?? ''} onChange={(id) => change({ shop: id })} />
          </div>
        </Section>
      )}
      <SchemaForm
        objectId={object.objectId}
        schema={schema}
        options={form.options}
        onChange={(options) => change({ options })}
        faults={faults.options}
        days={days}
        zone={zone}
      />
      {shownTables(object.tables, object.perShop).map((table) => (
        <FilterFields
          key={table.name}
          table={table}
          filters={form.filters}
          onChange={(filters) => change({ filters })}
          errors={matches.errors}
          count={matches.tables.find(({ name }) => name === table.name)}
        />
      ))}
      <ScheduleFields
        schedule={form.schedule}
        onChange={(schedule) => change({ schedule })}
        faults={faults.schedule}
        days={days}
        zone={zone}
        mayPlan={mayPlan}
      />
      {form.schedule.when !== 'now' && (
        <Section title={t('request.entryTitle')}>
          <Field label={t('request.description')} hint={t('request.descriptionHint')}>
            <Input
              value={form.description}
              maxLength={250}
              placeholder={caption}
              onChange={(_, { value }) => change({ description: value })}
            />
          </Field>
        </Section>
      )}
      {!request.may && (
        <MessageBar>
          <MessageBarBody>{t(request.noShop ? 'request.noShop' : 'request.mayNot')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={request.busy || !request.may}>
          {t(form.schedule.when === 'now' ? 'request.run' : 'request.schedule')}
        </Button>
        <Button onClick={onCancel}>{t('request.cancel')}</Button>
      </div>
    </form>
  )
}

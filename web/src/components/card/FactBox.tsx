import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
  },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(65%)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
})

/** A fact: a value, perhaps with the page that it leads to. */
export type Fact = {
  readonly name: string
  readonly value: ReactNode
  readonly to?: string
  readonly search?: Readonly<Record<string, string>>
}

/** What is good to know beside a card. */
export function FactBox({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  const styles = useStyles()
  const router = useRouter()
  return (
    <section className={styles.box} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <dl className={styles.list}>
        {facts.map(({ name, value, to, search }) => {
          const target = to && { to, search: (search ?? {}) as never }
          return (
            <div key={to ?? name} style={{ display: 'contents' }}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>
                {target ? (
                  <Link
                    href={router.buildLocation(target).href}
                    onClick={(event) => {
                      event.preventDefault()
                      void router.navigate(target)
                    }}
                  >
                    {value}
                  </Link>
                ) : (
                  value
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

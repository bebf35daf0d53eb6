import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  circle: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    inlineSize: '28px',
    blockSize: '28px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: '#fff',
    color: '#0b544d',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** The first letters of a name, in a circle. The name itself is said by what holds it. */
export function Initials({ name }: { readonly name: string }) {
  const styles = useStyles()
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    <span className={styles.circle} aria-hidden>
      {ends.map((word) => word?.charAt(0).toUpperCase()).join('')}
    </span>
  )
}

import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxBlockSize: '35vh',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})

type Props = { readonly label: string; readonly text: string }

/** What a program said, letter by letter; a dash when it said nothing. */
export function Verbatim({ label, text }: Props) {
  const styles = useStyles()
  return (
    // It scrolls, so the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.text} tabIndex={0} aria-label={label}>
      {text || '\u2013'}
    </pre>
  )
}

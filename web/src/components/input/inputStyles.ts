import { makeStyles } from '@fluentui/react-components'

/** Inputs that take the width that there is: by themselves they would keep twenty letters' width. */
export const useInputStyles = makeStyles({
  field: { minInlineSize: 0 },
  input: { minInlineSize: 0, inlineSize: '100%' },
})

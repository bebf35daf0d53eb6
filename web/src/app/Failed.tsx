import { makeStyles, tokens } from '@fluentui/react-components'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorMessage } from '@/components/error/ErrorMessage'

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalXXL } })

/** A page that could not be shown. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const styles = useStyles()
  const router = useRouter()
  return (
    <div className={styles.page}>
      <ErrorMessage
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </div>
  )
}

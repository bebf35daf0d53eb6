import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ErrorDetails } from './ErrorDetails'
import { explain } from './explain'

type Props = { readonly error: unknown; readonly onRetry?: (() => void) | undefined }

/** A failure in its place on the page: cause, remedy, and details to copy. */
export function ErrorMessage({ error, onRetry }: Props) {
  const { t } = useTranslation()
  const { cause, remedy } = explain(t, error)
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{cause}</MessageBarTitle> {remedy}
      </MessageBarBody>
      <MessageBarActions>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        )}
        <ErrorDetails error={error} />
      </MessageBarActions>
    </MessageBar>
  )
}

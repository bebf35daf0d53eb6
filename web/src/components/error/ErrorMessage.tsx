import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ErrorDetails } from './ErrorDetails'
import { explain, partsOf } from './explain'

type Props = { readonly error: unknown; readonly onRetry?: (() => void) | undefined }

/** A failure in its place on the page: cause, remedy, and details to copy. */
export function ErrorMessage({ error, onRetry }: Props) {
  const { t } = useTranslation()
  const { cause, remedy } = explain(t, error)
  const parts = partsOf(t, error)
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {parts.length > 1 ? (
          <>
            <MessageBarTitle>{t('errors.several', { count: parts.length })}</MessageBarTitle>
            <ul>
              {parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <MessageBarTitle>{cause}</MessageBarTitle> {remedy}
          </>
        )}
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

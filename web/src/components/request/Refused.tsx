import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

type Props = { readonly error: Error; readonly onRetry?: (() => void) | undefined }

/** What the server says against the request page as a whole. */
export function Refused({ error, onRetry }: Props) {
  const { t } = useTranslation()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('request.refused')}</MessageBarTitle> {error.message || t('request.unreachable')}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t('request.tryAgain')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

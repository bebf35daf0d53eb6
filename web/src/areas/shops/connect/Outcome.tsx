import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row } from '@/api/fields'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Capabilities } from './Capabilities'
import type { Tested } from './tested'

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } })

type Props = {
  readonly shop: Row<'shopifyShops'>
  readonly tested: Tested
  readonly onAgain: () => void
  /** Where it goes on; else to the shop's card. */
  readonly onConnected?: ((shop: string) => Promise<void>) | undefined
}

/** The store answers: what the app may do there, and where it goes on. */
export function Outcome({ shop, tested, onAgain, onConnected }: Props) {
  const styles = useStyles()
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const lacks = tested.capabilities.some(({ missing, optional }) => missing.length > 0 && !optional)
  return (
    <>
      <MessageBar intent={lacks ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('shops.tested', { name: tested.name, domain: tested.domain })}</MessageBarTitle>
          {lacks ? t('shops.scopesMissing') : t('shops.scopesGranted')}
        </MessageBarBody>
      </MessageBar>
      <Capabilities of={tested.capabilities} />
      {error !== undefined && <ErrorMessage error={error} />}
      <div className={styles.actions}>
        {onConnected ? (
          <Button appearance="primary" onClick={() => void onConnected(shop.id ?? '').catch(setError)}>
            {t('jobSetup.next')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => void navigate({ to: `/shops/${shop.id}` })}>
            {t('shops.openCard')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('shops.again')}</Button>
      </div>
    </>
  )
}

import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { begin, type Shop } from './guide'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'

/** What the guide does, for a shop that was connected without it. */
export function BeginStep({ shop }: { readonly shop: Shop }) {
  const styles = useGuideStyles()
  const t = useTexts()
  const [error, setError] = useState<unknown>()
  const start = () => {
    setError(undefined)
    begin(shop.id ?? '').catch(setError)
  }
  return (
    <div className={styles.step}>
      {error !== undefined && <ErrorMessage error={error} />}
      <p>{t('beginText')}</p>
      <p>{t(shop.enabled ? 'beginEnabled' : 'beginDisabled')}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={start}>
          {t('begin')}
        </Button>
      </div>
    </div>
  )
}

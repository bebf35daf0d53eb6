import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import { begin, type Shop } from './guide'
import { useGuideStyles } from './guideStyles'
import { useTexts } from './useTexts'

/** What the guide does, for a shop that was connected without it. */
export function BeginStep({ shop }: { readonly shop: Shop }) {
  const styles = useGuideStyles()
  const { t: common } = useTranslation()
  const t = useTexts()
  const can = useCan()
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
      {can('Shops.Change') ? (
        <div className={styles.actions}>
          <Button appearance="primary" onClick={start}>
            {t('begin')}
          </Button>
        </div>
      ) : (
        <Notice intent="info">{common('request.mayNot')}</Notice>
      )}
    </div>
  )
}

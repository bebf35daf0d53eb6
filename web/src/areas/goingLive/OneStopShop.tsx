import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { post } from '@/api/client'
import type { components } from '@/api/schema'
import { useCan } from '@/api/session'
import { ErrorMessage } from '@/components/error/ErrorMessage'
import { Notice } from '@/components/notice/Notice'
import type { Shop } from './guide'
import { useGuideStyles } from './guideStyles'
import { isMissing, OneStopShopTable, type Plan } from './OneStopShopTable'
import { useTexts } from './useTexts'

type Made = components['schemas']['OneStopShopMade']
type Props = { readonly shop: Shop; readonly onMade: () => void }

/** What the EU's one-stop shop needs: shown first, then made. */
export function OneStopShop({ shop, onMade }: Props) {
  const styles = useGuideStyles()
  const t = useTexts()
  const can = useCan()
  const [all, setAll] = useState(false)
  const [plan, setPlan] = useState<Plan>()
  const [made, setMade] = useState<Made>()
  const [error, setError] = useState<unknown>()
  const ask = async <T,>(action: string, keep: (answer: T) => void) => {
    setError(undefined)
    try {
      keep(await post<T>(`/shopifyShops/${shop.id}/Kobling.${action}`, { all }))
    } catch (failure) {
      setError(failure)
    }
  }
  const preview = () => ask<Plan>('previewOneStopShop', setPlan)
  const create = () =>
    ask<Made>('createOneStopShop', (answer) => {
      setMade(answer)
      setPlan(undefined)
      onMade()
    })
  return (
    <>
      <h3 className={styles.part}>{t('oss')}</h3>
      <p>{t('ossText')}</p>
      <div className={styles.actions}>
        <Checkbox
          label={t('ossAll')}
          checked={all}
          onChange={(_, { checked }) => {
            setAll(checked === true)
            setPlan(undefined)
          }}
        />
        <Button onClick={() => void preview()}>{t('ossPreview')}</Button>
        {plan && isMissing(plan) && can('Setup.Change') && (
          <Button appearance="primary" onClick={() => void create()}>
            {t('ossCreate')}
          </Button>
        )}
      </div>
      {error !== undefined && <ErrorMessage error={error} />}
      {plan && !isMissing(plan) && <Notice intent="info">{t('ossNothing')}</Notice>}
      {plan && plan.countries.length > 0 && <OneStopShopTable plan={plan} />}
      {made && <Notice intent="info">{t('ossMade', { ...made })}</Notice>}
    </>
  )
}

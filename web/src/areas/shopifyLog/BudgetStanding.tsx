import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { FactBox } from '@/components/card/FactBox'
import { useFormat } from '@/i18n/format'
import type { Budget } from './budgets'
import { levelOf, waitingOf } from './standing'

const useStyles = makeStyles({ box: { maxInlineSize: '420px' } })

/** How a budget stands at this moment. */
export function BudgetStanding({ budget }: { readonly budget: Budget }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const format = useFormat()
  const { held = 0, restoreRate = 0, processes = 0 } = budget
  return (
    <div className={styles.box}>
      <FactBox
        title={t('shopifyLog.budgetNow')}
        facts={[
          { name: t('shopifyLog.budgetLeft'), value: levelOf(budget, t, format) },
          { name: t('fields.restoreRate'), value: format.number(restoreRate) },
          { name: t('shopifyLog.budgetHeld'), value: format.number(held) },
          { name: t('shopifyLog.budgetWaiting'), value: waitingOf(budget, t, format) },
          { name: t('shopifyLog.budgetProcesses'), value: format.number(processes) },
        ]}
      />
    </div>
  )
}

import type { TFunction } from 'i18next'
import type { Format } from '@/i18n/format'
import type { Budget } from './budgets'

/** How many points there are, in words. */
export function levelOf({ known, level = 0, maximum = 0 }: Budget, t: TFunction, format: Format): string {
  if (!known) return t('shopifyLog.budgetUnknown')
  return t('shopifyLog.budgetLevel', { level: format.number(level), maximum: format.number(maximum) })
}

/** How many points calls wait for, and for how long yet, in words. */
export function waitingOf({ waiting = 0, waitSeconds = 0 }: Budget, t: TFunction, format: Format): string {
  if (waiting === 0) return t('shopifyLog.budgetNobody')
  const points = t('shopifyLog.usagePoints', { count: waiting, shown: format.number(waiting) })
  return waitSeconds === 0
    ? points
    : t('shopifyLog.budgetWaits', { points, time: format.duration(waitSeconds * 1_000) })
}

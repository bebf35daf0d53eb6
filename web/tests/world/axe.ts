import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Of what is right there is no need to be told node by node. */
const OPTIONS: Parameters<AxeBuilder['options']>[0] = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** What breaks WCAG 2.2 AA on the page as it is, or in the part of it that `within` selects; a line each. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  // Tabster's sentinels pass the focus on and hold nothing: axe takes them for hidden controls.
  const axe = new AxeBuilder({ page }).options(OPTIONS).exclude('[data-tabster-dummy]')
  // There are no frames whose results would have to be put together on a page of their own.
  axe.setLegacyMode()
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`),
  )
}

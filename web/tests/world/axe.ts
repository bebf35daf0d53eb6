import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2 AA on the page as it is, a line each. */
export async function violations(page: Page): Promise<string[]> {
  // Tabster's sentinels pass the focus on and hold nothing: axe takes them for hidden controls.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude('[data-tabster-dummy]').analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary ?? ''}`),
  )
}

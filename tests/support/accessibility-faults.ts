import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong on a page. Its frames are left out: what a guide is like is no fault of the page around it. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const run =
    "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))"
  return page.evaluate(run)
}

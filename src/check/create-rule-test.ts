import picomatch from 'picomatch'
import type { Diagnostic } from '../model.ts'
import type { SuppressionRule } from './suppression-rule.ts'

/**
 * Tells whether the configuration silences a finding.
 *
 * @returns a function of a finding and the path of the page that it is about, undefined where it is about none
 */
export function createRuleTest(
  rules: readonly SuppressionRule[],
): (diagnostic: Diagnostic, page: string | undefined) => boolean {
  const tests = rules.map(({ code, pages, key }) => {
    const isPage = pages === undefined ? () => true : picomatch(pages)
    return (diagnostic: Diagnostic, page: string | undefined): boolean =>
      diagnostic.code === code &&
      (key === undefined || diagnostic.key === key) &&
      (pages === undefined || (page !== undefined && isPage(page)))
  })
  return (diagnostic, page) => tests.some(test => test(diagnostic, page))
}

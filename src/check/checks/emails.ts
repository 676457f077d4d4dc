import type { Check } from '../check.ts'
import { eachInventory } from '../each-inventory.ts'
import { describeDifference } from '../text/describe-difference.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Email addresses: those of the source, each as often. */
export const checkEmails: Check = function* (page) {
  const emails = eachInventory(page, pattern =>
    pattern.flatMap(item =>
      typeof item !== 'string' && item.kind === 'email' ? [item.literal.replace(/^<|>$/g, '')] : [],
    ),
  )
  for (const { pair, ...difference } of emails) {
    yield targetFinding(
      'email-changed',
      pair,
      `The translation ${describeDifference(difference)}. Write the email addresses of the source.`,
      difference.added[0],
    )
  }
}

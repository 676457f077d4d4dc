import { quote } from './quote.ts'

/** `lacks “a”, “b” and has “c” over and above the source` */
export function describeDifference({
  missing,
  added,
}: {
  readonly missing: readonly string[]
  readonly added: readonly string[]
}): string {
  const parts = [
    missing.length === 0 ? '' : `lacks ${list(missing)}`,
    added.length === 0 ? '' : `has ${list(added)} beyond the source`,
  ]
  return parts.filter(part => part !== '').join(' and ')
}

function list(items: readonly string[]): string {
  const more = items.length > 4 ? ` and ${items.length - 4} more` : ''
  return items.slice(0, 4).map(quote).join(', ') + more
}

import { type EscapeContext, escapeTable, type Unsafe } from './escape-table.ts'

const rows = new Map<string, Unsafe[]>()
for (const row of escapeTable) rows.set(row.character, [...(rows.get(row.character) ?? []), row])

/** What surrounds a character, as the escape table asks for it. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** Whether the character occurs more than once in its block. */
  isRepeated(): boolean
  /** Whether the bracket's counterpart stands in the same text. */
  isBalanced(): boolean
}

/** The row of the escape table that a character of text falls under in any of the contexts. */
export function findUnsafe(
  character: string,
  contexts: ReadonlySet<EscapeContext>,
  around: Surroundings,
): Unsafe | undefined {
  return rows
    .get(character)
    ?.find(
      row =>
        contexts.has(row.in) &&
        (row.before === undefined || row.before.test(around.before)) &&
        (row.after === undefined || row.after.test(around.after)) &&
        (row.isPair === undefined || around.isRepeated()) &&
        (row.isBracket === undefined || !around.isBalanced()),
    )
}

import { extractPage } from '../../src/extract/extract-page.ts'
import type { Diagnostic, Engine, FrontMatterAction, PageFormat, Skeleton } from '../../src/model.ts'
import { guardPage } from '../../src/reassemble/guard/guard-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { createBudget } from '../../src/translate/ask/create-budget.ts'
import { createFillRun } from '../../src/translate/create-fill-run.ts'
import { createMemory } from '../../src/translate/create-memory.ts'

export interface Localised {
  readonly skeleton: Skeleton
  readonly targets: readonly (string | undefined)[]
  readonly text: string
  /** Segments that had to stay as they are. */
  readonly refused: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

const attributes = ['alt', 'title', 'aria-label', 'placeholder']
/** A page taken through all stages: extract, an engine, reassemble. */
export async function localise(
  page: string,
  engine: Engine,
  format: PageFormat = 'markdown',
  action: FrontMatterAction = 'translate',
): Promise<Localised> {
  const file = 'page'
  const values = [{ path: '*', action }]
  const { skeleton, diagnostics } = extractPage(page, { file, locale: 'fr', format, values, attributes })
  const segments = segmentsOf(skeleton)
  const run = createFillRun({
    engine,
    source: 'fr',
    target: 'en',
    memory: createMemory(),
    glossary: { terms: [], doNotTranslate: [], labels: [] },
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    now: () => 0,
    random: () => 0.5,
    budget: createBudget(Number.POSITIVE_INFINITY),
    onEvent: () => {},
    onBatch: () => Promise.resolve(),
  })
  const wanted = segments.map((_, index) => index)
  const { results } = await run.fill([{ path: 'page', file, skeleton, wanted, labels: 'keep' }])
  const targets: (string | undefined)[] = segments.map(() => undefined)
  for (const { index, target } of results) targets[index] = target
  const composed = guardPage({ source: page, skeleton, targets, format, file, locale: 'en' })
  return {
    skeleton,
    targets,
    text: composed.text,
    refused: [
      ...segments.filter((_, index) => targets[index] === undefined),
      ...composed.rejected.map(index => segments[index]),
    ].flatMap(segment => (segment === undefined ? [] : [segment.fragment])),
    diagnostics: [...diagnostics, ...results.flatMap(result => result.diagnostics), ...composed.diagnostics],
  }
}

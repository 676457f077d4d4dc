import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Engine, EngineText, Glossary, Locale, Pattern } from '../model.ts'
import { parseFragment } from '../syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../syntax/fragments/spellings-of.ts'
import { createNameBinder } from './bind-names.ts'
import { compareCodes } from './compare-codes.ts'
import type { FillPage, FillResult } from './fill-page.ts'
import { type ListedSegment, listSegments } from './list-segments.ts'
import { unbindNames } from './unbind-names.ts'

const none: readonly Diagnostic[] = []
const noContext: EngineText['context'] = { title: '', headings: [], before: '', after: '' }

export interface TestEngineOptions {
  readonly engine: Engine
  readonly glossary: Glossary
  readonly source: Locale
  readonly target: Locale
  readonly signal: AbortSignal
}

/**
 * Fills segments with a test engine: without memory, terms, typography, label policies, batches and repairs, which
 * would only blur what it tests. Product names stay as they are.
 */
export async function fillWithTestEngine(
  pages: readonly FillPage[],
  options: TestEngineOptions,
): Promise<readonly FillResult[]> {
  if (options.engine.name === 'identity') return pages.flatMap(fillWithIdentity)
  const { engine, glossary, source, target, signal } = options
  const names = createNameBinder(glossary.doNotTranslate)
  const results: FillResult[] = []
  for (const page of pages) {
    const listed = listSegments(page.skeleton)
    const wanted = page.wanted.flatMap(index => {
      const here = listed[index]
      return here === undefined ? [] : [{ ...here, index, bound: names.bind(here.segment.pattern) }]
    })
    const texts = wanted.map(({ unit, bound }) => ({ pattern: bound, role: unit.role, context: noContext }))
    const request = { texts, source, target, glossary, encoding: 'primary' } as const
    const answers = await engine.translate(request, signal)
    for (const [at, one] of wanted.entries()) {
      const { index, segment } = one
      const text = write(one, unbindNames(answers[at]?.pattern ?? one.bound))
      const diagnostics = text === undefined ? [changed(page, one, target)] : []
      const state = text === undefined ? 'initial' : 'translated'
      results.push({ page, index, key: segment.key, target: text, state, origin: engine.name, diagnostics })
    }
  }
  return results
}

/** Its answers are known: asking for each of a hundred thousand segments would only take time. */
function fillWithIdentity(page: FillPage): readonly FillResult[] {
  const listed = listSegments(page.skeleton)
  const results: FillResult[] = []
  for (const index of page.wanted) {
    const segment = listed[index]?.segment
    if (segment === undefined) continue
    const { key, fragment } = segment
    results.push({
      page,
      index,
      key,
      target: fragment,
      state: 'translated',
      origin: 'identity',
      diagnostics: none,
    })
  }
  return results
}

/** Text next to a code may read as markup only once it is written: what counts is what is read back. */
function write({ segment, unit }: ListedSegment, pattern: Pattern): string | undefined {
  const text = renderFragment(pattern, unit.syntax, spellingsOf(segment.fragment, unit.syntax))
  const read = parseFragment(text, unit.syntax, { source: segment.pattern })
  const { missing, added } = compareCodes(segment.pattern, read)
  return missing.length + added.length === 0 ? text : undefined
}

function changed({ file }: FillPage, { segment }: ListedSegment, locale: Locale): Diagnostic {
  const { line, column } = segment.position
  const message =
    'Written back, the answer has other inline codes than the source. The source stands in its place.'
  const severity = diagnosticCodes['codes-changed']
  return { code: 'codes-changed', severity, message, file, line, column, locale, key: segment.key }
}

import type { Diagnostic, EngineName, EngineText, Glossary, Locale, Pattern } from '../model.ts'
import { countCharacters } from './ask/count-characters.ts'
import { createNameBinder } from './bind-names.ts'
import type { Finisher, Spot } from './create-finisher.ts'
import { createLabelTable } from './create-label-table.ts'
import type { Memory } from './create-memory.ts'
import type { FillPage, FillResult } from './fill-page.ts'
import { type LocatedSegment, locateSegments } from './locate-segments.ts'
import { normalForm } from './normal-form.ts'
import { patternText } from './pattern-text.ts'

/** Where a text to be translated occurs. */
export interface Occurrence extends Spot {
  readonly page: FillPage
  readonly index: number
  /** The segment's pattern with product names bound. */
  readonly bound: Pattern
}

/** A distinct text to be translated, with everywhere it occurs in this window. */
export interface Plan {
  /** The same for equal texts in every window of a run. */
  readonly key: string
  readonly text: EngineText
  /** What a service may bill for it. */
  readonly characters: number
  readonly occurrences: readonly Occurrence[]
}

/** What a window of pages needs. */
interface WindowPlan {
  /** Segments that are settled without an engine, in page order. */
  readonly results: readonly FillResult[]
  /** Distinct texts for the engine, in order of first occurrence. */
  readonly texts: readonly Plan[]
  /** Of the settled ones, how many a memory match gave. */
  readonly fromMemory: number
  /** Characters of all segments wanted, each occurrence counted, nothing deduplicated. */
  readonly characters: number
}

export interface PlannerOptions {
  readonly source: Locale
  readonly target: Locale
  /** Undefined: the memory alone. */
  readonly engineName: EngineName | undefined
  readonly memory: Memory
  readonly glossary: Glossary
  readonly finisher: Finisher
}

const letter = /\p{L}/u

export type Planner = (pages: readonly FillPage[]) => WindowPlan

/**
 * Settles what needs no engine (memory matches, texts without a letter outside their codes) and gathers the rest as
 * distinct texts: a sentence that occurs eighty times is one. The engine is not called.
 */
export function createPlanner(options: PlannerOptions): Planner {
  const { engineName, memory, finisher, glossary } = options
  const names = createNameBinder(glossary.doNotTranslate)

  function fromMemory(occurrence: Occurrence, { memoryContext }: LocatedSegment): FillResult | undefined {
    const { segment } = occurrence
    let found: FillResult | undefined
    memory.lookup({ fragment: segment.fragment, pattern: segment.pattern, context: memoryContext }, match => {
      const { target, diagnostics } = finisher.fromMemory(occurrence, match)
      if (target === undefined) return false
      const isConfirmed = match.state === 'reviewed' || match.state === 'final'
      if (!isConfirmed && !isGoodEnough(diagnostics)) return false
      found = {
        ...identify(occurrence),
        target,
        state: 'translated',
        origin: 'memory',
        score: match.score,
        diagnostics,
      }
      return true
    })
    return found
  }

  /** Whether a machine's text may serve again: not with other product names, nor with wrong terms if an engine can do better. */
  function isGoodEnough(diagnostics: readonly Diagnostic[]): boolean {
    return !diagnostics.some(
      ({ code }) => code === 'product-name' || (engineName !== undefined && isTermFinding(code)),
    )
  }

  /** Nothing to translate: a lone label, a product name, an image. */
  function asItStands(occurrence: Occurrence): FillResult | undefined {
    if (letter.test(patternText(occurrence.bound))) return undefined
    const { target, diagnostics } = finisher.fromEngine(occurrence, occurrence.segment.pattern)
    if (target === undefined) return undefined
    const origin = engineName ?? 'memory'
    return { ...identify(occurrence), target, state: 'translated', origin, diagnostics }
  }

  return pages => {
    const results: FillResult[] = []
    const texts = new Map<string, Plan & { readonly occurrences: Occurrence[] }>()
    let matched = 0
    let characters = 0

    const settle = (occurrence: Occurrence, located: LocatedSegment) => {
      characters += countCharacters(occurrence.bound)
      const match = fromMemory(occurrence, located)
      if (match !== undefined) matched++
      const settled = match ?? asItStands(occurrence)
      if (settled !== undefined) results.push(settled)
      else gather(occurrence, located)
    }

    const gather = (occurrence: Occurrence, located: LocatedSegment) => {
      const key = keyOf(occurrence.bound)
      const known = texts.get(key)
      if (known !== undefined) {
        known.occurrences.push(occurrence)
        return
      }
      texts.set(key, {
        key,
        text: {
          pattern: occurrence.bound,
          role: located.unit.role,
          context: located.textContext(),
        },
        characters: countCharacters(occurrence.bound),
        occurrences: [occurrence],
      })
    }

    for (const page of pages) {
      if (page.wanted.length === 0) continue
      const located = locateSegments(page.skeleton)
      const labels = createLabelTable(glossary.labels, glossary.doNotTranslate, page.path)
      for (const index of page.wanted) {
        const here = located[index]
        if (here === undefined) continue
        const { segment, unit } = here
        const bound = names.bind(segment.pattern)
        settle({ page, index, file: page.file, segment, unit, policy: page.labels, labels, bound }, here)
      }
    }
    return { results, texts: [...texts.values()], fromMemory: matched, characters }
  }
}

function identify({ page, index, segment }: Occurrence): Pick<FillResult, 'page' | 'index' | 'key'> {
  return { page, index, key: segment.key }
}

function isTermFinding(code: string): boolean {
  return code === 'glossary-term' || code === 'glossary-forbidden'
}

/**
 * Equal for texts of equal normal form whose codes are of the same forms in the same order. Of paired codes the kind
 * alone counts: an engine never sees where a link leads.
 */
function keyOf(pattern: Pattern): string {
  const forms = pattern.map(item => (typeof item === 'string' ? '' : item.form.charAt(0))).join('')
  const seen = pattern.map(item =>
    typeof item === 'string' || item.form === 'standalone' ? item : { ...item, literal: `<${item.kind}>` },
  )
  return `${forms}\n${normalForm(seen)}`
}

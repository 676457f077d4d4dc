import { parseResource } from '../../catalogue/parse-resource.ts'
import { parseTargets } from '../../catalogue/parse-targets.ts'
import { checkPage } from '../../check/check-page.ts'
import { findSuppressions } from '../../check/find-suppressions.ts'
import type { Finding } from '../../check/finding.ts'
import { linkDifferences } from '../../check/link-differences.ts'
import type { PageFacts, TextFact } from '../../check/page-facts.ts'
import type { PagePair } from '../../check/page-pair.ts'
import { sideFacts } from '../../check/side-facts.ts'
import { plainText } from '../../check/text/plain-text.ts'
import { positionIn } from '../../check/text/position-in.ts'
import { type DiagnosticCode, diagnosticCodes } from '../../diagnostic-codes.ts'
import { extractPage } from '../../extract/extract-page.ts'
import type { Diagnostic, PageTargets, Pattern } from '../../model.ts'
import { base32Digest } from '../../syntax/base32-digest.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { extractOptions } from '../project/extract-options.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { framedText } from '../run/framed-text.ts'
import { keysOf } from '../run/keys-of.ts'
import { unreadable } from '../run/open-pages.ts'
import type { PageInHand } from '../run/page-in-hand.ts'
import { reportState } from '../run/report-state.ts'
import { slugKeys } from '../site/slug-keys.ts'
import { type AlignedTarget, alignTarget } from './align-target.ts'
import type { CheckSettings } from './check-settings.ts'
import { composePage } from './compose-page.ts'
import { countEdits } from './count-edits.ts'
import type { ToolsOfPage } from './locale-tools.ts'
import type { PageInput } from './page-input.ts'
import type { PageInspection } from './page-inspection.ts'
import { pairPage } from './pair-page.ts'

const noComments = { source: [], target: [] } as const

/** All findings about one page in one locale that need no other page. Pure: everything read is in `input`. */
export function inspectPage(
  { config }: CheckSettings,
  input: PageInput,
  toolsOf: ToolsOfPage,
): PageInspection {
  const { file, locale, source, targetFile, catalogue } = input
  if (source.type !== 'text') return { diagnostics: [unreadable(file.file, source)], comments: noComments }
  const resource = parseResource(catalogue.source.text, catalogue.source.file)
  if (resource.type !== 'resource') return { diagnostics: [resource.diagnostic], comments: noComments }
  const loaded = parseTargets(catalogue.resource, catalogue.sidecar)
  if (loaded.type !== 'targets') return { diagnostics: loaded.diagnostics, comments: noComments }
  const options = extractOptions(config, file, config.source)
  const { format } = options
  const { skeleton, diagnostics } = extractPage(source.text, options)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, comments: noComments }
  const page: PageInHand = {
    file,
    text: source.text,
    skeleton,
    segments: segmentsOf(skeleton),
    resource: resource.resource,
    diagnostics,
    stamp: '',
  }
  const addressKeys = slugKeys(config)
  const facts: PageFacts = {
    page: file.page,
    source: sideFacts({ file: file.file, text: source.text, skeleton, format }, options.values, addressKeys),
    linkDifferences: [],
    texts: [],
  }
  const comments = { source: findSuppressions(source.text, format), target: [] }
  const { target } = input
  if (target.type === 'missing') {
    const missing = pageDiagnostic(
      'page-missing',
      file.file,
      `The page has no ${targetFile}. Run \`verso translate ${locale} ${file.page}\`.`,
      { locale },
    )
    return { diagnostics: [...diagnostics, missing], facts, comments }
  }
  if (target.type !== 'text')
    return { diagnostics: [...diagnostics, { ...unreadable(targetFile, target), locale }], facts, comments }
  const text = framedText(source.text, target.text, loaded.page)
  const edited = extractPage(text, extractOptions(config, file, locale))
  const ofTarget = edited.diagnostics.map(one => ({ ...one, locale }))
  const both = { ...comments, target: findSuppressions(target.text, format) }
  if (ofTarget.some(({ severity }) => severity === 'error'))
    return { diagnostics: [...diagnostics, ...ofTarget], facts, comments: both }
  const aligned = alignTarget(page, input, text, edited.skeleton, loaded.page, config)
  const pair = pairPage({
    ...aligned,
    edited: edited.skeleton,
    text,
    sourceLocale: config.source,
  })
  const found = [...checkPage(pair, toolsOf(file))].map(one => toDiagnostic(one, input))
  return {
    diagnostics: [
      ...diagnostics,
      ...ofTarget,
      ...stateOf(aligned, loaded.page, target.text),
      ...openSegments(aligned),
      ...found,
    ],
    facts: {
      ...facts,
      target: sideFacts(
        { file: targetFile, text, skeleton: edited.skeleton, format },
        options.values,
        addressKeys,
      ),
      linkDifferences: linkDifferences(pair, options.values),
      texts: textsOf(pair),
    },
    comments: both,
  }
}

/** Whether the page is what the catalogue comes to: hand edits that no run took in, a catalogue that no run wrote out. */
function stateOf(
  { target, source, edits, isAsWritten }: AlignedTarget,
  before: PageTargets,
  text: string,
): readonly Diagnostic[] {
  const { file, locale } = target
  const isForeign = before.targets.size === 0 && before.states.size === 0 && before.tail === undefined
  const count = countEdits(edits)
  const isReshaped = edits.diverged && !before.diverged
  if (isForeign || count > 0 || isReshaped) {
    const first = edits.edits[0] ?? edits.removed[0] ?? edits.conflicts[0]
    const { line, column } = first?.position ?? { line: 1, column: 1 }
    const what = isForeign
      ? 'The page was written by hand and is not in the catalogue.'
      : `The page was edited by hand, from here on, since Verso wrote it (${count} ${count === 1 ? 'sentence' : 'sentences'}${isReshaped ? ' and its structure' : ''}).`
    const next = `Run \`verso translate ${locale} ${target.page.file.page}\` to take that into the catalogue.`
    return [pageDiagnostic('page-edited', file, `${what} ${next}`, { line, column, locale })]
  }
  if (edits.diverged) return []
  if (isAsWritten) return []
  const composed = composePage(target, source)
  if (composed.text === text) return composed.diagnostics
  return [
    pageDiagnostic(
      'page-outdated',
      file,
      `The page is not what its source and the catalogue come to. Run \`verso translate ${locale} ${target.page.file.page}\`.`,
      { locale },
    ),
  ]
}

/**
 * Segments without a translation and stale ones. On a page that a person translated, a few words that are the source's
 * may be right in both languages (“Description”, “FAQs”), and the source does not stand in for a sentence that was not
 * found there: both are for the person to judge.
 */
function openSegments({ target, places, edits }: AlignedTarget): readonly Diagnostic[] {
  const { diagnostics } = reportState(target, new Set())
  const isPersons = [...target.entries.states.values()].some(({ origin }) => origin === 'human')
  if (!isPersons) return diagnostics
  const placed = new Set(places.flatMap(({ segments }) => segments))
  const keys = keysOf(target)
  const onPage = new Set(keys.filter((_, index) => placed.has(index)))
  const short = new Set(keys.filter((_, index) => isShort(target.page.segments[index]?.pattern ?? [])))
  const judged = (one: Diagnostic, code: DiagnosticCode, message: string): Diagnostic => ({
    ...one,
    code,
    severity: diagnosticCodes[code],
    message,
  })
  return diagnostics.map(one => {
    const key = one.key ?? ''
    if (one.code !== 'untranslated') return one
    if (!onPage.has(key) && edits.diverged) return judged(one, 'source-unplaced', unplaced)
    return onPage.has(key) && short.has(key) ? judged(one, 'same-as-source', sameWords) : one
  })
}

const unplaced =
  'This sentence was not found on the target page, which was shaped by hand. Put its translation where it belongs there, or suppress the finding.'
const sameWords =
  'The page, translated by hand, has these words as the source has them. Translate them, or approve them if they are the same in both languages.'

/** Whether a text has so few words in lower case that they may be the same in two languages. */
function isShort(pattern: Pattern): boolean {
  const words = plainText(pattern).match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []
  return words.length < 3
}

function toDiagnostic(
  { side, code, message, line, column, key }: Finding,
  { file, targetFile, locale }: PageInput,
): Diagnostic {
  return {
    code,
    severity: diagnosticCodes[code],
    message,
    file: side === 'source' ? file.file : targetFile,
    line,
    column,
    locale,
    ...(key === undefined ? {} : { key }),
  }
}

/** Texts of one word are often translated in several ways; headings and sentences of equal words are told apart. */
function textsOf({ pairs }: PagePair): readonly TextFact[] {
  return pairs.flatMap(({ key, source, target }) => {
    const text = source.map(({ segment }) => segment.fragment).join(' ')
    if (!/\S\s+\S/.test(text)) return []
    const translation = target.map(({ segment }) => segment.fragment).join(' ')
    return [
      {
        source: base32Digest(`${source[0].unit.role} ${text}`, 12),
        target: base32Digest(translation, 12),
        ...positionIn(target[0]),
        key,
      },
    ]
  })
}

import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Glossary, GlossaryLabel, GlossaryTerm } from '../model.ts'
import { glossarySchema } from './glossary-schema.ts'
import { readYaml } from './read-yaml.ts'
import { validateYaml } from './validate-yaml.ts'

/** Bytes of UTF-8 that a text may have: DeepL's limit for a glossary term. */
const byteLimit = 1_024

type Path = readonly (string | number)[]
type Report = (code: 'glossary-invalid' | 'glossary-contradiction', path: Path, message: string) => void

/**
 * Reads `locales/<locale>/glossary.yaml`. Texts are trimmed. What can't be used is left out and reported: a text that
 * is empty, over-long or holds a line break, and an entry that gives a source another target than one before it.
 *
 * @param text the file's text; undefined or empty for an empty glossary
 * @param file its name, for messages
 * @throws VersoError `config` for broken YAML, an unknown key or a wrong type, naming `file:line:column`
 */
export function parseGlossary(
  text: string | undefined,
  file: string,
): { readonly glossary: Glossary; readonly diagnostics: readonly Diagnostic[] } {
  const source = readYaml(text ?? '', file)
  const value = source.value ?? {}
  const schema = hasMappedLabels(value) ? glossarySchema.mapped : glossarySchema.listed
  const entries = validateYaml(schema, { ...source, value }, file)
  const diagnostics: Diagnostic[] = []
  const report: Report = (code, path, message) => {
    diagnostics.push({ code, severity: diagnosticCodes[code], message, file, ...source.position(path) })
  }
  const glossary = {
    terms: takeTerms(entries.terms, report),
    doNotTranslate: takeNames(entries.doNotTranslate, report),
    labels: takeLabels(entries.labels, report),
  }
  reportTranslatedNames(glossary, entries.doNotTranslate, report)
  return { glossary, diagnostics }
}

function takeTerms(terms: readonly GlossaryTerm[], report: Report): readonly GlossaryTerm[] {
  const claim = createClaims(report)
  return terms.flatMap((entry, n) => {
    const path = ['terms', n]
    const term: GlossaryTerm = {
      ...entry,
      source: entry.source.trim(),
      target: entry.target.trim(),
      forbidden: entry.forbidden
        .map(variant => variant.trim())
        .filter((variant, v) => {
          const place = [...path, 'forbidden', v]
          if (!isUsable(variant, place, report)) return false
          if (variant.toLowerCase() !== entry.target.trim().toLowerCase()) return true
          report(
            'glossary-contradiction',
            place,
            `The target \`${variant}\` forbids itself. Remove one of the two.`,
          )
          return false
        }),
    }
    const isTaken =
      areUsable(term, path, report) &&
      claim(term.caseSensitive ? `= ${term.source}` : `~ ${term.source.toLowerCase()}`, term, path)
    return isTaken ? [term] : []
  })
}

function takeNames(names: readonly string[], report: Report): readonly string[] {
  const trimmed = names.map(name => name.trim())
  return [...new Set(trimmed.filter((name, n) => isUsable(name, ['doNotTranslate', n], report)))]
}

function hasMappedLabels(value: object): boolean {
  const labels = 'labels' in value ? value.labels : undefined
  return typeof labels === 'object' && labels !== null && !Array.isArray(labels)
}

function takeLabels(
  labels: readonly GlossaryLabel[] | Readonly<Record<string, string>>,
  report: Report,
): readonly GlossaryLabel[] {
  const claim = createClaims(report)
  const entries: readonly (readonly [string | number, GlossaryLabel])[] = Array.isArray(labels)
    ? labels.map((label, n) => [n, label])
    : Object.entries(labels).map(([source, target]) => [source, { source, target }])
  return entries.flatMap(([step, entry]) => {
    const path = ['labels', step]
    const label = { ...entry, source: entry.source.trim(), target: entry.target.trim() }
    const isTaken =
      areUsable(label, path, report) && claim(JSON.stringify([label.source, label.pages]), label, path)
    return isTaken ? [label] : []
  })
}

interface Translation {
  readonly source: string
  readonly target: string
}

/** Gives a source to the first entry that asks for it; a later one is left out, and reported unless it says the same. */
function createClaims(report: Report) {
  const claimed = new Map<string, string>()
  return (key: string, { source, target }: Translation, path: Path): boolean => {
    const first = claimed.get(key)
    if (first === undefined) {
      claimed.set(key, target)
      return true
    }
    if (first !== target) {
      const message = `\`${source}\` is \`${first}\` above and \`${target}\` here: the first one holds. Keep one.`
      report('glossary-contradiction', path, message)
    }
    return false
  }
}

function areUsable({ source, target }: Translation, path: Path, report: Report): boolean {
  const isSourceUsable = isUsable(source, [...path, 'source'], report)
  return isUsable(target, [...path, 'target'], report) && isSourceUsable
}

function isUsable(text: string, path: Path, report: Report): boolean {
  const fault = faultOf(text)
  if (fault) report('glossary-invalid', path, `This text ${fault}: it is left out. Correct it.`)
  return fault === undefined
}

function faultOf(text: string): string | undefined {
  if (text === '') return 'is empty'
  if (/\p{Cc}/u.test(text)) return 'holds a line break, a tab or a control character'
  const bytes = Buffer.byteLength(text)
  return bytes > byteLimit ? `has ${bytes} bytes of ${byteLimit} allowed` : undefined
}

/** A product name is kept whatever the terms say of it. */
function reportTranslatedNames({ terms }: Glossary, names: readonly string[], report: Report): void {
  const targets = new Map(terms.map(({ source, target }) => [source, target]))
  for (const [n, written] of names.entries()) {
    const name = written.trim()
    const target = targets.get(name) ?? name
    if (target === name) continue
    const message = `\`${name}\` is not to be translated, yet is \`${target}\` among the terms: it is kept. Remove one of the two.`
    report('glossary-contradiction', ['doNotTranslate', n], message)
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignPages } from '../../src/align/align-pages.ts'
import { pageBlocks } from '../../src/align/page-blocks.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import type { Code, Pattern, Role, Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

/** A pair found in a folder of bilingual pages. */
export interface CorpusPair {
  /** What pages are held out by: the folder of an application. */
  readonly app: string
  readonly role: Role
  readonly source: Pattern
  readonly target: Pattern
  readonly sourceText: string
  readonly targetText: string
  /** Score of the alignment, 0 to 100. */
  readonly score: number
}

export interface Corpus {
  readonly pairs: readonly CorpusPair[]
  readonly targets: readonly {
    readonly app: string
    readonly role: Role
    readonly pattern: Pattern
    readonly text: string
  }[]
}

/** Reads every page below `…/fr/` and `…/en/` and aligns those that have the same path in both. */
export function readCorpus(root: string): Corpus {
  const files = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md')),
  )
  const pairs: CorpusPair[] = []
  const targets: Corpus['targets'][number][] = []
  for (const file of [...files].sort()) {
    const app = appOf(file)
    if (/(^|\/)en\//u.test(file)) {
      const page = readPage(join(root, file), 'en')
      const roles = rolesOf(page)
      segmentsOf(page).forEach((segment, i) => {
        targets.push({ app, role: roles[i] ?? 'paragraph', pattern: segment.pattern, text: segment.fragment })
      })
    }
    const other = file.replace(/(^|\/)fr\//u, '$1en/')
    if (other === file || !files.has(other)) continue
    pairs.push(...pairsOf(app, readPage(join(root, file), 'fr'), readPage(join(root, other), 'en')))
  }
  return { pairs, targets }
}

/** The page's folder without its locale: `content/apps/nestor` of `content/apps/nestor/fr/…`, `content/fr/apps/nestor/…` */
function appOf(file: string): string {
  const [before = '', after = ''] = file.split(/(?:^|\/)(?:fr|en)\//u)
  const folders = [...before.split('/'), ...after.split('/').slice(0, -1)]
  const apps = folders.indexOf('apps')
  return (apps < 0 ? folders : folders.slice(0, apps + 2)).join('/')
}

function readPage(path: string, locale: string): Skeleton {
  const translated = ['title', 'meta.title', 'meta.description'].map(key => ({
    path: key,
    action: 'translate' as const,
  }))
  return extractPage(readFileSync(path, 'utf8'), {
    file: path,
    locale,
    format: 'markdown',
    values: [...translated, { path: '*', action: 'keep' }],
    attributes: ['alt', 'title'],
  }).skeleton
}

function pairsOf(app: string, french: Skeleton, english: Skeleton): readonly CorpusPair[] {
  const left = segmentsOf(french)
  const right = segmentsOf(english)
  const roles = rolesOf(french)
  return alignPages(french, english).beads.map(bead => {
    const source = joinPatterns(bead.source.map(i => left[i]?.pattern ?? []))
    const target = joinPatterns(bead.target.map(i => right[i]?.pattern ?? []))
    return {
      app,
      role: roles[bead.source[0] ?? 0] ?? 'paragraph',
      source,
      target,
      sourceText: plainText(source),
      targetText: plainText(target),
      score: bead.score,
    }
  })
}

function rolesOf(page: Skeleton): readonly Role[] {
  const roles: Role[] = []
  for (const block of pageBlocks(page)) for (const i of block.segments) roles[i] = block.unit.role
  return roles
}

/** Sentences one after the other, their codes renumbered. */
function joinPatterns(patterns: readonly Pattern[]): Pattern {
  const out: (string | Code)[] = []
  let id = 0
  patterns.forEach((pattern, i) => {
    const first = id
    if (i > 0) out.push(' ')
    for (const item of pattern) {
      const last = out.at(-1)
      if (typeof item !== 'string') {
        id = Math.max(id, first + item.id)
        out.push({ ...item, id: first + item.id })
      } else if (typeof last === 'string') out[out.length - 1] = last + item
      else out.push(item)
    }
  })
  return out
}

/** The words that a reader sees: texts, labels, code and addresses; no markup, no images. */
export function plainText(pattern: Pattern): string {
  return pattern
    .map(item => {
      if (typeof item === 'string') return item
      if (item.form !== 'standalone') return ''
      return ['label', 'code', 'url', 'email', 'name'].includes(item.kind)
        ? item.literal.replaceAll('**', '')
        : ''
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

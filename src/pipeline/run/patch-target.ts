import { readPageBase } from '../../absorb/read-page-base.ts'
import { recordPatched } from '../../absorb/record-patched.ts'
import type { Diagnostic, Segment } from '../../model.ts'
import { guardPage } from '../../reassemble/guard-page.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { pageDiagnostic } from '../page-diagnostic.ts'
import { keysOf } from './keys-of.ts'
import type { DivergedPage, TargetInHand } from './page-in-hand.ts'
import { recordPage } from './record-page.ts'
import type { RunTools } from './run-tools.ts'
import type { NewTarget } from './write-target.ts'

/**
 * A diverged target page with the catalogue's targets in the places of those that it has: every other byte stays.
 * Sentences of the source that are not on the page are reported, for a person to put where they belong.
 *
 * The page's own text is the source that the guard compares it with: a target that would change its structure is not
 * written.
 */
export async function patchTarget(
  { work, project }: RunTools,
  target: TargetInHand,
  { skeleton, alignment }: DivergedPage,
): Promise<NewTarget> {
  const { page, entries, locale, file, text: present = '' } = target
  const edited = segmentsOf(skeleton)
  const changes = new Array<string | undefined>(edited.length).fill(undefined)
  const diagnostics: Diagnostic[] = []
  for (const [index, key] of keysOf(target).entries()) {
    const text = entries.targets.get(key)
    const run = alignment.segments[index]
    const segment = page.segments[index]
    if (run === undefined) {
      const isGone = entries.states.get(key)?.gap?.split(' ').includes('-') === true
      if (segment !== undefined && text !== '' && !isGone) diagnostics.push(missing(target, segment, key))
    } else if (text !== undefined && text !== textOf(edited.slice(run.start, run.end))) {
      changes.fill('', run.start, run.end)
      changes[run.start] = text
    }
  }
  const mdx = file.endsWith('.mdx')
  const guarded = guardPage({ source: present, skeleton, targets: changes, mdx, file, locale })
  const base = readPageBase(entries, page.resource.texts, page.skeleton)
  const { skeleton: written } = await work.extract(guarded.text, {
    file,
    locale,
    mdx,
    frontMatter: project.config.frontMatter,
    attributes: project.config.attributes,
  })
  const record = base === undefined ? undefined : recordPatched(base, written, page.skeleton)
  return {
    text: guarded.text,
    entries,
    recorded: record === undefined ? entries : recordPage({ page, entries }, record),
    diagnostics: [...diagnostics, ...guarded.diagnostics],
  }
}

/** What the sentences say together: they are one where a person split them. */
function textOf(segments: readonly Segment[]): string {
  return segments.map(({ fragment }) => fragment).join(' ')
}

function missing({ page, locale }: TargetInHand, { position, fragment }: Segment, key: string): Diagnostic {
  const start = fragment.length > 60 ? `${fragment.slice(0, 60)}…` : fragment
  return pageDiagnostic(
    'source-unplaced',
    page.file.file,
    `“${start}” is not on the target page, whose structure is its own. Put its translation where it belongs there.`,
    { line: position.line, column: position.column, locale, key },
  )
}

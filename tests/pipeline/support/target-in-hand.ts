import { parseConfig } from '../../../src/config/parse-config.ts'
import { extractPage } from '../../../src/extract/extract-page.ts'
import type { SegmentState } from '../../../src/model.ts'
import type { TargetInHand } from '../../../src/pipeline/run/page-in-hand.ts'
import { noLinks } from '../../../src/pipeline/site/no-links.ts'
import { segmentsOf } from '../../../src/syntax/segments-of.ts'

/** What the catalogue has of one segment: a target alone, a state alone, or both. */
export interface KnownEntry extends Partial<Omit<SegmentState, 'key'>> {
  readonly target?: string
}

/**
 * The English side of a page, as a run has it in hand.
 *
 * @param text of the French page
 * @param known what the catalogue has of its segments, by their order; undefined: nothing
 * @param config of the project, YAML
 */
export function targetInHand(
  text: string,
  known: readonly (KnownEntry | undefined)[],
  config?: string,
): TargetInHand {
  const { frontMatter: values, attributes } = parseConfig(config, 'verso.config.yaml')
  const file = 'content/fr/guides/a.md'
  const options = { file, locale: 'fr', format: 'markdown', values, attributes } as const
  const { skeleton, diagnostics } = extractPage(text, options)
  const segments = segmentsOf(skeleton)
  const targets = new Map<string, string>()
  const states = new Map<string, SegmentState>()
  for (const [index, { key }] of segments.entries()) {
    const { target, ...state } = known[index] ?? {}
    if (target !== undefined) targets.set(key, target)
    if (state.state !== undefined) states.set(key, { ...state, state: state.state, key })
  }
  return {
    locale: 'en',
    page: {
      file: { page: 'guides/a', file, before: 'content/', after: '/guides/a.md' },
      text,
      skeleton,
      segments,
      resource: { texts: new Map(segments.map(({ key, fragment }) => [key, fragment])), foreign: [] },
      diagnostics,
      stamp: '',
    },
    file: 'content/en/guides/a.md',
    onDisk: undefined,
    text: undefined,
    links: noLinks,
    entries: { targets, states, diverged: false },
    diverged: undefined,
    diagnostics: [],
    events: [],
  }
}

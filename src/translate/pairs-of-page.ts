import type { PageTargets, Role, SegmentState, Syntax } from '../model.ts'
import type { MemoryContext, MemoryPair } from './create-memory.ts'

/** One page of the catalogue: its sources and its targets, under the same keys. */
export interface CataloguePage {
  /** Key to source fragment, in page order. */
  readonly sources: ReadonlyMap<string, string>
  readonly targets: PageTargets
  /** How the fragments of a role are written in this page. */
  readonly syntaxOf: (role: Role) => Syntax
}

/**
 * What one page of the catalogue knows, in page order. A stale target is the source's that it was made for, an orphan
 * the source's it had. Targets that a translator merged (the next one is explicitly empty) are left out, for they hold
 * more than their source says; so are those that are to be made anew.
 */
export function pairsOfPage({ sources, targets, syntaxOf }: CataloguePage): readonly MemoryPair[] {
  const pairs: MemoryPair[] = []
  const segments = [...targets.states.values()].map(state => ({
    state,
    source: currentSource(sources, state.key),
    target: targets.targets.get(state.key),
  }))
  let heading = ''
  for (const [index, { state, source, target }] of segments.entries()) {
    const role = roleOf(state.key)
    const context: MemoryContext = {
      role,
      heading,
      before: segments[index - 1]?.source ?? '',
      after: segments[index + 1]?.source ?? '',
    }
    if (role === 'heading') heading = source ?? heading
    if (target === undefined || target === '' || segments[index + 1]?.target === '') continue
    const madeFor = state.previousSource ?? state.orphanSource ?? source
    if (madeFor === undefined || state.retranslate === true) continue
    pairs.push({
      source: madeFor,
      target,
      syntax: syntaxOf(role),
      state: state.state,
      ...originOf(state),
      context,
    })
  }
  return pairs
}

function originOf({ origin }: SegmentState): Pick<SegmentState, 'origin'> {
  return origin === undefined ? {} : { origin }
}

/** Later occurrences of a segment (`<key>~2`) have the source of the first. */
function currentSource(sources: ReadonlyMap<string, string>, key: string): string | undefined {
  return sources.get(key) ?? sources.get(key.replace(/~\d+$/, ''))
}

/** Keys are `<role>.<hash>`. */
function roleOf(key: string): Role {
  return key.slice(0, key.indexOf('.')) as Role
}

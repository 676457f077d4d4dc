import type { PageTargets, Role, SegmentState, Syntax } from '../model.ts'
import type { Memory, MemoryContext } from './create-memory.ts'

/** One page of the catalogue: its sources and its targets, under the same keys. */
export interface CataloguePage {
  /** Key to source fragment, in page order. */
  readonly sources: ReadonlyMap<string, string>
  readonly targets: PageTargets
  /** How the fragments of a role are written in this page. */
  readonly syntaxOf: (role: Role) => Syntax
}

/**
 * Enters what one page of the catalogue knows into the memory. A stale target enters for the source that it was made
 * for, an orphan for the source it had. Targets that a translator merged (the next one is explicitly empty) do not
 * enter, for they hold more than their source says; nor does anything without a translation or of a test engine.
 */
export function rememberPage(memory: Memory, { sources, targets, syntaxOf }: CataloguePage): void {
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
    if (madeFor === undefined) continue
    memory.add({
      source: madeFor,
      target,
      syntax: syntaxOf(role),
      state: state.state,
      ...originOf(state),
      context,
    })
  }
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

import type { Place, Segment, Unit } from '../../model.ts'
import type { EscapeContext } from '../../syntax/fragments/escape-table.ts'

interface PlaceContexts {
  readonly contexts: ReadonlySet<EscapeContext>
  readonly lineContexts: ReadonlySet<EscapeContext>
}

/**
 * The contexts of the escape table that text of a unit is in.
 *
 * @param segment the source: a bare `|` in it shows that the unit is in no table cell
 * @param isShared whether the unit has other segments
 */
export function placeContexts(unit: Unit, segment: Segment, isShared: boolean): PlaceContexts {
  const contexts = new Set<EscapeContext>(own(unit.place))
  const lineContexts = new Set<EscapeContext>()
  if (unit.syntax === 'markdown' || unit.syntax === 'mdx') {
    contexts.add('lineEnd')
    if (isShared) contexts.add('shared')
    if (unit.syntax === 'mdx') contexts.add('mdx')
    if (unit.place.type !== 'heading' || unit.place.style === 'setext') {
      lineContexts.add('line')
      if (unit.syntax === 'mdx') lineContexts.add('mdxLine')
    }
  }
  if (unit.syntax === 'html') contexts.add('html')
  if (mayBeInCell(unit.place) && !segment.raw.includes('|')) {
    contexts.add(unit.place.type === 'html' || unit.place.type === 'attribute' ? 'htmlCell' : 'cell')
  }
  return { contexts, lineContexts }
}

function own(place: Place): readonly EscapeContext[] {
  switch (place.type) {
    case 'flow':
    case 'yaml':
      return []
    case 'heading':
      return place.style === 'atx' ? ['atx'] : []
    case 'cell':
      return ['cell']
    case 'alt':
      return ['alt']
    case 'title':
      return ['title', `title${place.quote}`]
    case 'attribute':
      return ['attribute', place.quote === '' ? 'unquoted' : `attribute${place.quote}`]
    case 'html':
      return place.jsx ? ['jsx'] : []
  }
}

/** Texts in markup don't say whether that markup is in a cell. */
function mayBeInCell({ type }: Place): boolean {
  return type === 'alt' || type === 'title' || type === 'attribute'
}

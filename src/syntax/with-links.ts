import type { Code, Gap, Segment, Skeleton, Unit, Verbatim } from '../model.ts'
import { rewriteLinks } from './rewrite-links.ts'
import type { LinkReplacement, LinkTargets } from './rewrite-url.ts'

/** A definition of a link's target, on a line of its own; other verbatim text, code blocks above all, stays. */
const definition = /^[ \t>]*\[[^\]\n]+\]:[^\n]*$/gm

/** A skeleton whose links lead where another locale's do. Keys stay: they are those of the source as written. */
export function withLinks(
  skeleton: Skeleton,
  replacements: readonly LinkReplacement[],
  urls: LinkTargets = {},
): Skeleton {
  if (replacements.length === 0 && Object.keys(urls).length === 0) return skeleton
  const rewrite = (text: string) => rewriteLinks(text, replacements, urls)
  return { ...skeleton, parts: skeleton.parts.map(part => rewritePart(part, rewrite)) }
}

type Rewrite = (text: string) => string

function rewritePart(part: Verbatim | Unit, rewrite: Rewrite): Verbatim | Unit {
  if (part.type === 'unit') return rewriteUnit(part, rewrite)
  const raw = part.raw.replace(definition, rewrite)
  return raw === part.raw ? part : { ...part, raw }
}

function rewriteUnit(unit: Unit, rewrite: Rewrite): Unit {
  // Text without markup has no links: what looks like one is words.
  if (unit.syntax === 'text' || rewrite(unit.raw) === unit.raw) return unit
  return { ...unit, raw: rewrite(unit.raw), pieces: unit.pieces.map(piece => rewritePiece(piece, rewrite)) }
}

function rewritePiece(piece: Gap | Segment, rewrite: Rewrite): Gap | Segment {
  if (piece.type === 'gap') return { ...piece, raw: rewrite(piece.raw) }
  return {
    ...piece,
    raw: rewrite(piece.raw),
    fragment: rewrite(piece.fragment),
    pattern: piece.pattern.map(item => (typeof item === 'string' ? item : rewriteCode(item, rewrite))),
  }
}

/** A link's target stands before its title, so that what is before a hole is rewritten as it is within the whole. */
function rewriteCode(code: Code, rewrite: Rewrite): Code {
  const literal = rewrite(code.literal)
  if (literal === code.literal) return code
  const shift = (offset: number) => rewrite(code.literal.slice(0, offset)).length
  const holes = code.holes?.map(hole => ({ ...hole, start: shift(hole.start), end: shift(hole.end) }))
  return { ...code, literal, ...(holes === undefined ? {} : { holes }) }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { absorbPage } from '../../src/absorb/absorb-page.ts'
import type { Absorption } from '../../src/absorb/absorption.ts'
import type { PageAlignment } from '../../src/absorb/alignment/page-alignment.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { baseOf, blankBase, extract } from './page-kit.ts'

/**
 * A folder holds `source.fr.md`, the page written from it (`base.en.md`, segment for segment; absent for a page that
 * Verso never wrote), that page after a person edited it (`edited.en.md`), and, when the source changed meanwhile,
 * `source-new.fr.md`. The folder's name says what happened.
 */
const folder = join(import.meta.dirname, '../fixtures/absorb')

describe('absorbing a hand-edited page', () => {
  for (const name of readdirSync(folder)) {
    it(name.replaceAll('-', ' '), async () => {
      const read = (file: string) => {
        const path = join(folder, name, file)
        return existsSync(path) ? readFileSync(path, 'utf8') : undefined
      }
      const source = extract(read('source.fr.md') ?? '', 'fr')
      const baseText = read('base.en.md')
      const targets =
        baseText === undefined
          ? undefined
          : segmentsOf(extract(baseText, 'en')).map(segment => segment.fragment)
      if (targets !== undefined) expect(targets).toHaveLength(segmentsOf(source).length)
      const newText = read('source-new.fr.md')
      const now = newText === undefined ? source : extract(newText, 'fr')
      const absorption = absorbPage({
        base: targets === undefined ? blankBase : baseOf(source, targets),
        edited: extract(read('edited.en.md') ?? '', 'en'),
        source: now,
        file: 'content/en/page.md',
        locale: 'en',
      })
      await expect(describeAbsorption(absorption, segmentsOf(now).length)).toMatchFileSnapshot(
        join(folder, name, 'expected.txt'),
      )
    })
  }
})

function describeAbsorption(absorption: Absorption, length: number): string {
  const { edits, unaligned, removed, conflicts, diverged, alignment, diagnostics } = absorption
  const lines = [
    ...edits.map(
      ({ key, segment, previous, target, codes }) =>
        `edit ${key} (segment ${segment ?? 'gone'}, codes ${codes})\n  - ${show(previous)}\n  + ${show(target)}`,
    ),
    ...conflicts.map(
      ({ key, with: other, source, target }) =>
        `conflict ${key} with ${other}\n  source ${show(source.before)} → ${show(source.now)}\n  target ${show(target.catalogue)} → ${show(target.page)}`,
    ),
    ...unaligned.map(({ raw, position }) => `unaligned ${position.line}:${position.column} ${show(raw)}`),
    ...removed.map(
      ({ key, source, position }) => `removed ${key} ${show(source)} before line ${position.line}`,
    ),
    diverged ? 'diverged' : 'not diverged',
    ...(diverged
      ? [
          `alignment ${Array.from({ length }, (_, index) => placeOf(alignment, index)).join(' ')}`,
          ...alignment.gaps.map(
            ({ start, end, text }) => `verbatim ${start} to ${end}: ${JSON.stringify(text)}`,
          ),
          ...alignment.newBlocks.map(
            ({ after, parts }) =>
              `new block after unit ${after}: ${JSON.stringify(parts.map(part => part.raw).join(''))}`,
          ),
          ...alignment.newSegments.map(
            ({ segment, after, before }) => `new segment ${segment} after ${after} before ${before}`,
          ),
          ...alignment.obsolete.map(({ start, end }) => `obsolete ${start} to ${end}`),
        ]
      : []),
    ...diagnostics.map(
      ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}: ${message}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/** The page's segments that say one of the source's. */
function placeOf({ places }: PageAlignment, index: number): string {
  const on = places.find(({ segments }) => segments[0] === index)?.on ?? []
  if (on.length === 0) return '–'
  return on.length === 1 ? `${on[0]?.index}` : `${on[0]?.index}…${on.at(-1)?.index}`
}

function show(text: string | undefined): string {
  return text === undefined ? '(none)' : JSON.stringify(text)
}

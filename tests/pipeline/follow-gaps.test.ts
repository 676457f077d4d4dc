import { describe, expect, test } from 'vitest'
import type { GapEdit } from '../../src/absorb/alignment/page-alignment.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { followGaps } from '../../src/pipeline/run/follow-gaps.ts'
import type { RunTools } from '../../src/pipeline/run/run-tools.ts'
import { createLocalWork } from '../../src/pipeline/work/create-local-work.ts'
import { targetInHand } from './support/target-in-hand.ts'

/** A page with its own structure, after edits that each replace one text by another. */
async function follow(text: string, edits: readonly (readonly [from: string, to: string])[]) {
  const tools = {
    project: { config: parseConfig(undefined, 'verso.config.yaml') },
    work: createLocalWork(),
  } as unknown as RunTools
  const target = { ...targetInHand(text, []), text }
  const gaps = edits.map(([from, to]): GapEdit => {
    const start = text.indexOf(from)
    return { start, end: start + from.length, text: to }
  })
  const alignment = { places: [], absent: new Map(), gaps, newBlocks: [], newSegments: [], obsolete: [] }
  const { skeleton } = target.page
  const followed = await followGaps(tools, target, { skeleton, alignment })
  return {
    text: followed.text,
    raw: followed.skeleton.parts.map(({ raw }) => raw).join(''),
    told: followed.diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
  }
}

describe('what a source changed between the texts of a page', () => {
  const page = '![](a.png)\n\nOne.\n\n```\nrun\n```\n\nTwo.\n\n---\n\nThree.\n'
  const image = ['a.png', 'b.png'] as const
  const followed = page.replace(...image)

  test('is made where the texts stay as they are', async () => {
    const text = followed.replace('run', 'stop')
    expect(await follow(page, [image, ['run', 'stop']])).toEqual({ text, raw: text, told: [] })
  })

  test.each([
    ['takes a text into code', ['\n```\n\nTwo', '\n\nTwo'], 'structure-changed 6:4'],
    ['makes a heading of a text', ['\n\nTwo', '\n\n# Two'], 'structure-changed 7:4'],
    ['joins two paragraphs', ['\n\n---\n\n', '\n'], 'structure-changed 9:5'],
    ['adds a text', ['---', 'More.'], 'structure-changed 11:1'],
  ] as const)('is told and left out where it %s, the rest made', async (_, edit, told) => {
    expect(await follow(page, [image, edit])).toEqual({ text: followed, raw: followed, told: [told] })
  })

  test('is left out where the page could not be read any more', async () => {
    const broken = '---\ntitle: A\nid: x\n---\n\nOne.\n'
    const { text, told } = await follow(broken, [['id: x', 'id: [x']])
    expect({ text, told }).toEqual({ text: broken, told: ['structure-changed 3:1'] })
  })
})

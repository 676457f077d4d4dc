import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageFormat } from '../../src/config/page-format.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import type { FrontMatterAction } from '../../src/model.ts'
import { guardPage } from '../../src/reassemble/guard/guard-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

const fixtures = join(import.meta.dirname, '../fixtures/content')

test.each(readdirSync(fixtures))('%s', name => {
  const folder = join(fixtures, name)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const file = readdirSync(folder).find(entry => entry.startsWith('input.')) ?? ''
  const rules = Object.entries(JSON.parse(read('rules.json')) as Record<string, FrontMatterAction>)
  const values = rules.map(([path, action]) => ({ path, action }))
  const given = JSON.parse(read('targets.json')) as Record<string, string>
  const format = pageFormat(file)
  const { skeleton } = extractPage(read(file), { file, locale: 'fr', format, values, attributes: [] })
  const fragments = segmentsOf(skeleton).map(({ fragment }) => fragment)
  expect(fragments.toSorted()).toEqual(Object.keys(given).toSorted())
  const targets = fragments.map(fragment => given[fragment])
  const { text } = guardPage({ source: read(file), skeleton, targets, format, file, locale: 'en' })
  expect(text).toBe(read(file.replace('input', 'output')))
})

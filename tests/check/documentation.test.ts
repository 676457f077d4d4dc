import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnosticCodes } from '../../src/diagnostic-codes.ts'

const folder = 'docs/diagnostics'
const codes = Object.keys(diagnosticCodes)

test('every diagnostic code has a page, and every page a code', () => {
  const pages = readdirSync(folder)
    .filter(name => name !== 'README.md')
    .map(name => name.replace(/\.md$/, ''))
  const hint = `Write ${folder}/<code>.md for a new code (copy the headings of another page); remove the page of a code that is gone.`
  expect(pages.toSorted(), hint).toEqual(codes.toSorted())
})

test.each(codes)('the page of %s says what, why, how to mend and how to silence', code => {
  const text = readFileSync(`${folder}/${code}.md`, 'utf8')
  const headings = [...text.matchAll(/^#+ .*$/gm)].map(([line]) => line)
  expect(headings).toEqual([
    `# ${code}`,
    '## What it means',
    '## Why it matters',
    '## How to mend it',
    '## How to silence it',
  ])
  const severity = diagnosticCodes[code as keyof typeof diagnosticCodes]
  expect(text, `The page's severity is not the code's, ${severity}.`).toContain(`Severity: ${severity}`)
})

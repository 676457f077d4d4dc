import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import { noLinks } from '../../src/pipeline/site/no-links.ts'
import { createLocalWork } from '../../src/pipeline/work/create-local-work.ts'
import { createRememberingWork } from '../../src/pipeline/work/create-remembering-work.ts'

const { frontMatter: values, attributes } = parseConfig(undefined, 'verso.config.yaml')
const options = { file: 'a.md', locale: 'fr', format: 'markdown', values, attributes } as const
const localisation = { derived: {}, links: [], follow: noLinks }
const composition = (page: string, target: string, confirmed: readonly number[] = []) => ({
  page,
  locale: 'en',
  targets: [target],
  confirmed: new Set(confirmed),
  localisation,
})

test('the same text is taken apart once, and the same page put together once', async () => {
  const work = createRememberingWork(createLocalWork(), 2)
  const first = await work.open('a', 'Ouvrez **MENU**.\n', options)
  work.close('a')
  expect(await work.open('a', 'Ouvrez **MENU**.\n', options)).toBe(first)
  const composed = await work.compose(composition('a', 'Open **MENU**.'))
  expect(await work.compose(composition('a', 'Open **MENU**.'))).toBe(composed)
  expect(await work.extract('Open.\n', options)).toBe(await work.extract('Open.\n', options))
})

test('another text, target or confirmation is looked at anew, and so is a page that was let go', async () => {
  const work = createRememberingWork(createLocalWork(), 2)
  const first = await work.open('a', 'Ouvrez **MENU**.\n', options)
  expect((await work.compose(composition('a', 'Open it.'))).rejected).toEqual([0])
  expect((await work.compose(composition('a', 'Open it.', [0]))).text).toBe('Open it.\n')
  expect((await work.compose(composition('a', 'Open **MENU**!'))).text).toBe('Open **MENU**!\n')
  await work.open('a', '- Ouvrez **MENU**.\n', options)
  expect((await work.compose(composition('a', 'Open **MENU**!'))).text).toBe('- Open **MENU**!\n')
  for (const page of ['b', 'c']) await work.open(page, 'Autre.\n', options)
  expect(await work.open('a', 'Ouvrez **MENU**.\n', options)).not.toBe(first)
  expect((await work.compose(composition('a', 'Open **MENU**!'))).text).toBe('Open **MENU**!\n')
})

import { expect, test } from 'vitest'
import type { PageTargets } from '../../src/model.ts'
import type { RunTools } from '../../src/pipeline/run/run-tools.ts'
import { saveSource } from '../../src/pipeline/run/save-source.ts'
import { targetInHand } from './support/target-in-hand.ts'

const before = 'Ouvrez.\n\nFermez.\n'
const german = ['Öffnen.', 'Schließen.'].map(
  target => ({ target, state: 'reviewed', origin: 'human' }) as const,
)

/**
 * Saves a source page in a run of English alone, in a project that has it in German as well.
 *
 * @param earlier the source page as the catalogue has it
 * @returns what was written, in order: a line a text of a locale, with the source that it was made for where that is another
 */
function save(earlier: string, now: string): readonly string[] {
  const log: string[] = []
  const linesOf = ({ targets, states }: PageTargets) =>
    [...targets].map(([key, text]) => {
      const { previousSource, orphanSource } = states.get(key) ?? {}
      return previousSource === undefined && orphanSource === undefined
        ? text
        : `${text} (${previousSource ?? orphanSource})`
    })
  const known = { de: targetInHand(earlier, german), en: targetInHand(earlier, [{ target: 'On disk.' }]) }
  const tools = {
    catalogueLocales: ['de', 'en'],
    catalogue: {
      loadTargets: (_page: string, locale: 'de' | 'en') => ({ type: 'loaded', value: known[locale].entries }),
      saveTargets(_page: string, locale: string, entries: PageTargets) {
        log.push(...linesOf(entries).map(line => `${locale}: ${line}`))
        return []
      },
      saveSource(_page: string, { texts }: { texts: ReadonlyMap<string, string> }) {
        log.push(`fr: ${[...texts.values()].join(' ')}`)
        return []
      },
    },
  } as unknown as RunTools
  const inHand = targetInHand(now, [{ target: 'In hand.' }])
  const { resource } = known.de.page
  saveSource(tools, new Map([['en', inHand.entries]]), { ...inHand.page, resource })
  return log
}

test.each([
  [
    'a sentence is edited',
    'Ouvrez.\n\nFermez bien.\n',
    ['en: In hand.', 'de: Öffnen.', 'de: Schließen. (Fermez.)', 'fr: Ouvrez. Fermez bien.'],
  ],
  [
    'the last sentence is gone',
    'Ouvrez.\n',
    ['en: In hand.', 'de: Öffnen.', 'de: Schließen. (Fermez.)', 'fr: Ouvrez.'],
  ],
])(
  'where %s, the locales that are not in the run have it with their texts before the source is written',
  (_, now, log) => {
    expect(save(before, now)).toEqual(log)
  },
)

test.each([
  ['as it was', before, before],
  ['new', '', before],
])('of a page that is %s, the source alone is written', (_, earlier, now) => {
  expect(save(earlier, now)).toEqual(['fr: Ouvrez. Fermez.'])
})

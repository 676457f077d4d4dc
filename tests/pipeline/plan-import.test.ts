import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import type { ImportedUnit } from '../../src/exchange/imported-unit.ts'
import { targetDigest } from '../../src/exchange/target-digest.ts'
import type { Project } from '../../src/pipeline/project/open-project.ts'
import { exchangeUnits } from '../../src/pipeline/transfer/exchange-units.ts'
import { planImport } from '../../src/pipeline/transfer/plan-import.ts'
import { createTargetChecker } from '../../src/translate/create-target-checker.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const glossary = {
  terms: [{ source: 'caisse', target: 'till', forbidden: [], caseSensitive: false }],
  doNotTranslate: [],
  labels: [],
}
const project = { config: parseConfig(undefined, 'verso.config.yaml') } as Project
const tools = { check: createTargetChecker(glossary, 'fr', 'en'), labels: () => undefined }

/**
 * What importing a text for a segment comes to, in a word or two.
 *
 * @param exported the target that the file was made of; null: the file does not say
 */
function plan(
  known: KnownEntry | undefined,
  exported: string | undefined | null,
  given: Partial<ImportedUnit>,
) {
  const target = targetInHand('Ouvrez la caisse.\n', [known])
  const [unit] = exchangeUnits(project, target)
  if (unit === undefined) throw new Error('no unit')
  const imported: ImportedUnit = {
    page: 'guides/a',
    key: unit.key,
    source: ['Ouvrez  la caisse.'],
    target: ['Open the till.'],
    state: 'translated',
    exported: exported === null ? undefined : targetDigest(exported === undefined ? undefined : [exported]),
    line: 1,
    column: 1,
    ...given,
  }
  const step = planImport(imported, unit, target.entries.states.get(unit.key), tools)
  switch (step.type) {
    case 'same':
      return step.type
    case 'refused':
      return step.finding.code
    case 'entry': {
      const { target: text, state } = step.entry
      return [
        text,
        state?.state,
        state?.origin,
        ...[state?.gap ?? [], state?.written ?? []].flat(),
        ...step.warnings.map(({ code }) => code),
      ].join(', ')
    }
  }
}

const none = undefined
const machine = { target: 'Unlock the till.', state: 'translated', origin: 'deepl' } as const
const reviewed = { ...machine, state: 'reviewed', origin: 'human' } as const
const final = { ...reviewed, state: 'final' } as const
const same = { target: ['Unlock the till.'] }

describe('an imported text', () => {
  test.each<[what: string, ...Parameters<typeof plan>, string]>([
    ['is entered where there is none', none, none, {}, 'Open the till., translated, human'],
    ['is entered for a machine’s', machine, 'Unlock the till.', {}, 'Open the till., translated, human'],
    [
      'is entered for a reviewed one that the file was made of',
      reviewed,
      'Unlock the till.',
      {},
      'Open the till., translated, human',
    ],
    ['is not for one that was changed since', machine, 'Open!', {}, 'import-conflict'],
    ['is not for one that was written since', machine, none, {}, 'import-conflict'],
    ['is not for a final one', final, 'Unlock the till.', {}, 'import-conflict'],
    [
      'is not for a reviewed one, if the file does not say what it was made of',
      reviewed,
      null,
      {},
      'import-conflict',
    ],
    ['is for a machine’s, if it does not', machine, null, {}, 'Open the till., translated, human'],
    ['that is there already says nothing', machine, 'Unlock the till.', same, 'same'],
    [
      'that is there already may be reviewed',
      machine,
      'Unlock the till.',
      { ...same, state: 'reviewed' },
      'Unlock the till., reviewed, deepl',
    ],
    [
      'so may one that came to be the same since',
      machine,
      'Open!',
      { ...same, state: 'reviewed' },
      'Unlock the till., reviewed, deepl',
    ],
    [
      'that is there already is no conflict without a word of what it was made of',
      reviewed,
      null,
      { ...same, state: 'final' },
      'Unlock the till., final, human',
    ],
    [
      'leaves what is known of the page',
      { ...machine, gap: 'g', written: 'w' },
      'Unlock the till.',
      {},
      'Open the till., translated, human, g, w',
    ],
    [
      'of another source is outdated',
      machine,
      'Unlock the till.',
      { source: ['Fermez la caisse.'] },
      'import-outdated',
    ],
    [
      'with a code that nobody knows is refused',
      machine,
      'Unlock the till.',
      { target: ['Open ', { form: 'standalone', id: '9', literal: undefined }] },
      'codes-changed',
    ],
    [
      'with a code too many is refused',
      machine,
      'Unlock the till.',
      { target: ['Open the till ', { form: 'standalone', id: '9', literal: '`a`' }] },
      'codes-changed',
    ],
    [
      'against the glossary is entered, and that is told',
      machine,
      'Unlock the till.',
      { target: ['Open the box.'] },
      'Open the box., translated, human, glossary-term',
    ],
  ])('%s', (_, known, exported, given, expected) => {
    expect(plan(known, exported, given)).toBe(expected)
  })
})

import { expect, test } from 'vitest'
import type { Pattern } from '../../../src/model.ts'
import { judgeAnswer } from '../../../src/translate/ask/judge-answer.ts'
import { repairAnswer } from '../../../src/translate/ask/repair-answer.ts'
import { emphasis, label, link, pattern, strong } from '../support/pattern.ts'

function written(source: Pattern): string {
  return source.map(item => (typeof item === 'string' ? item : item.literal)).join('')
}

const ok = label('OK')
const next = label('Suite')
const guide = link('/g')

test.each<[string, Pattern, Pattern, string]>([
  [
    'a space eaten before a code',
    pattern('Cliquez sur ', ok, '.'),
    pattern('Click', ok, '.'),
    'Click **OK**.',
  ],
  [
    'a space eaten after a code',
    pattern('Sur ', ok, ' cliquez'),
    pattern('On ', ok, 'click'),
    'On **OK** click',
  ],
  ['a word that ran into a code', pattern("l'", ok, ', là'), pattern('the', ok, 'there'), 'the **OK** there'],
  [
    'a space eaten between codes',
    pattern('Sur ', ok, ' ', next),
    pattern('On ', ok, next),
    'On **OK** **Suite**',
  ],
  ['a space put before a stop', pattern('Sur ', ok, '.'), pattern('On ', ok, ' .'), 'On **OK**.'],
  ['a space put inside brackets', pattern('(', ok, ') là'), pattern('( ', ok, ' ) there'), '(**OK**) there'],
  [
    'an opening bracket keeps its code',
    pattern('Là ', ok, '.'),
    pattern('There (', ok, ').'),
    'There (**OK**).',
  ],
  [
    'spaces inside a pair',
    pattern('Lire ', strong.open, 'ceci', strong.close, ' ici'),
    pattern('Read', strong.open, ' this ', strong.close, 'here'),
    'Read **this** here',
  ],
  [
    'spaces inside nested pairs',
    pattern('Lire ', guide.open, strong.open, 'ceci', strong.close, guide.close, ' ici'),
    pattern('Read', guide.open, ' ', strong.open, ' this ', strong.close, ' ', guide.close, 'here'),
    'Read [**this**](/g) here',
  ],
  [
    'quotation marks inside a pair',
    pattern('Voir "', guide.open, 'le guide', guide.close, '".'),
    pattern('See ', guide.open, '"the guide"', guide.close, '.'),
    'See "[the guide](/g)".',
  ],
  ['line breaks', pattern('Une ligne'), pattern('One\n\nline'), 'One line'],
  ['entities encoded twice', pattern("A & B, l'un"), pattern('A &amp; B, one&#39;s'), "A & B, one's"],
  [
    'entities that the source speaks of',
    pattern('Tapez &amp; ici'),
    pattern('Type &amp; here'),
    'Type &amp; here',
  ],
  ['control characters', pattern('Oui'), pattern('Y\u0000es\u0007'), 'Yes'],
  [
    'codes in another order',
    pattern('De ', ok, ' à ', next),
    pattern('To ', pattern(ok, next)[1] as never, ' from ', pattern(ok)[0] as never),
    'To **Suite** from **OK**',
  ],
  ['languages without spaces', pattern('Sur ', ok, '.'), pattern('点击', ok, '。'), '点击 **OK**。'],
])('%s', (_, source, answer, expected) => {
  expect(written(repairAnswer(source, answer))).toBe(expected)
})

test('a good answer is returned as it is', () => {
  const source = pattern('Voir ', emphasis.open, 'ici', emphasis.close, ' et ', ok, '.')
  const answer = pattern('See ', emphasis.open, 'here', emphasis.close, ' and ', ok, '.')
  expect(repairAnswer(source, answer)).toBe(answer)
  expect(judgeAnswer(source, answer)).toMatchObject({ type: 'usable', repaired: false, doubtful: false })
})

test.each<[string, Pattern, Pattern]>([
  ['lost an inline code', pattern('Sur ', ok, '.'), pattern('On OK.')],
  [
    'repeats an inline code or has one of its own',
    pattern('Sur ', ok),
    pattern('On ', ok, ' ', pattern(ok)[0] as never),
  ],
  ['has no text', pattern('Sur ', ok), pattern(ok)],
  ['holds markup of its own', pattern('Sur'), pattern('<b>On</b>')],
  ['talks about the translation', pattern('Sur'), pattern('Sure! Here is the translation: On')],
  ['is 1000 characters long for a source of 3', pattern('Sur'), pattern('x'.repeat(1000))],
  [
    'emptied a pair of inline codes',
    pattern('Lire ', strong.open, 'ceci', strong.close),
    pattern('Read this ', strong.open, strong.close),
  ],
])('an answer that %s is unusable', (reason, source, answer) => {
  expect(judgeAnswer(source, answer)).toEqual({ type: 'unusable', reason })
})

test('an answer that lost a number, most of its text, or begins with a far code is doubtful', () => {
  const doubtful = (source: Pattern, answer: Pattern) => judgeAnswer(source, answer)
  expect(doubtful(['En 24 heures'], ['In a day'])).toMatchObject({ doubtful: true })
  expect(doubtful(['Une phrase assez longue.'], ['Short'])).toMatchObject({ doubtful: true })
  const wrapped = pattern(strong.open, 'Toute la phrase est en gras.', strong.close)
  expect(doubtful(wrapped, pattern(strong.open, 'All of it is bold.', strong.close))).toMatchObject({
    doubtful: false,
  })
  const far = pattern('Pour finir, cliquez sur ', ok)
  expect(doubtful(far, pattern(ok, ' to end, click'))).toMatchObject({ doubtful: true })
})

test('literals are the source’s own, whatever the answer says', () => {
  const source = pattern('Sur ', ok)
  const answer = pattern('On ', label('Okay'))
  expect(judgeAnswer(source, answer)).toMatchObject({ pattern: ['On ', { literal: '**OK**' }] })
})

import type { Engine, Pattern } from '../../model.ts'
import { patternText } from '../pattern-text.ts'
import { countCharacters } from './count-characters.ts'
import type { Requester } from './create-requester.ts'
import { judgeAnswer } from './judge-answer.ts'
import { packBatches } from './pack-batches.ts'
import type { Question, Verdict } from './question.ts'
import { type Piece, splitIntoPieces } from './split-into-pieces.ts'

/** Requests smaller than this are never the reason that a service gives. */
const leastBytes = 512

/**
 * The last rung: the texts between the codes of a question are translated one by one and put back in the order of the
 * source, so that no code can be lost. A text that is too large for a request is cut further, until the engine takes
 * it. Context is left out for pieces: it would name the sentence's own other pieces.
 *
 * @param mostBytes A piece adds at most this to a request.
 * @returns Undefined when the run ended on the way.
 */
export async function askInPieces(
  question: Question,
  engine: Engine,
  requester: Requester,
  mostBytes: number,
): Promise<Verdict | undefined> {
  for (let most = mostBytes; most >= leastBytes; most /= 2) {
    const pieces = splitIntoPieces(question.text.pattern, text => engine.size(textOf(question, text)) <= most)
    if (pieces === undefined)
      return { type: 'rejected', reason: 'would need a request larger than the engine takes' }
    const outcome = await askTexts(question, pieces, engine, requester)
    if (outcome !== 'too-large') return outcome
  }
  return { type: 'rejected', reason: 'would need a request larger than the engine takes' }
}

function textOf(question: Question, text: string): Question['text'] {
  const { title, headings } = question.text.context
  return { pattern: [text], role: question.text.role, context: { title, headings, before: '', after: '' } }
}

async function askTexts(
  question: Question,
  pieces: readonly Piece[],
  engine: Engine,
  requester: Requester,
): Promise<Verdict | 'too-large' | undefined> {
  const texts = [...new Set(pieces.flatMap(piece => (piece.type === 'text' ? [piece.text] : [])))]
  const questions = texts.map(text => {
    const asked = textOf(question, text)
    return {
      text: asked,
      characters: countCharacters(asked.pattern),
      bytes: engine.size(asked),
      group: question.group,
    }
  })
  const translations: string[] = []
  for (const batch of packBatches(questions, engine.limits)) {
    const reply = await requester.send(batch, { encoding: 'primary' })
    if (reply.type === 'stopped' || (reply.type === 'answers' && reply.answers.length < batch.length))
      return undefined
    if (reply.type === 'fault') {
      return reply.fault.kind === 'too-large'
        ? 'too-large'
        : { type: 'rejected', reason: reply.fault.message }
    }
    for (const [index, { pattern }] of reply.answers.entries()) {
      const judged = judgeAnswer(batch[index]?.text.pattern ?? [], pattern)
      if (judged.type === 'unusable') return { type: 'rejected', reason: judged.reason }
      translations.push(patternText(judged.pattern))
    }
  }
  const byText = new Map(texts.map((text, index) => [text, translations[index] ?? text]))
  const joined = judgeAnswer(question.text.pattern, join(pieces, byText))
  if (joined.type === 'unusable') return { type: 'rejected', reason: joined.reason }
  return { type: 'answer', pattern: joined.pattern, rung: 'pieces' }
}

function join(pieces: readonly Piece[], translations: ReadonlyMap<string, string>): Pattern {
  const items: Pattern[number][] = []
  for (const [index, piece] of pieces.entries()) {
    const item =
      piece.type === 'kept'
        ? piece.item
        : asPiece(piece.text, translations.get(piece.text) ?? piece.text, index > 0)
    const last = items.at(-1)
    if (typeof item === 'string' && typeof last === 'string') items[items.length - 1] = last + item
    else items.push(item)
  }
  return items
}

/** Engines take every text for a sentence: they begin it with a capital and end it with a full stop. */
function asPiece(source: string, translation: string, isInside: boolean): string {
  let text = translation.trim()
  if (/[^.!?…]$/.test(source)) text = text.replace(/(?<=[\p{L}\p{N}])\.$/u, '')
  const [first, second] = text
  const isCapitalised =
    first !== undefined && second !== undefined && first !== first.toLowerCase() && /\p{Ll}/u.test(second)
  if (isInside && isCapitalised && /^\p{Ll}/u.test(source))
    text = first.toLowerCase() + text.slice(first.length)
  return text
}

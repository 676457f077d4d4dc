import type { EngineAnswer } from '../../model.ts'
import type { Manner, Requester } from './create-requester.ts'
import type { Question } from './question.ts'

/** What came of one text in one request. */
export type Outcome =
  | { readonly type: 'answer'; readonly answer: EngineAnswer }
  | { readonly type: 'fault'; readonly reason: string; readonly isTooLarge: boolean }

export type Receive = (outcomes: readonly (readonly [Question, Outcome])[]) => Promise<void>

/**
 * Sends texts as one request; when that can't be answered as it is, its halves, down to single texts, so that one bad
 * text costs the others nothing but a few requests. `receive` is awaited before the next request.
 */
export async function askAll(
  requester: Requester,
  questions: readonly Question[],
  manner: Manner,
  receive: Receive,
): Promise<void> {
  const [first] = questions
  if (first === undefined) return
  const reply = await requester.send(questions, manner)
  switch (reply.type) {
    case 'stopped':
      return
    case 'answers':
      await receive(
        questions.flatMap((question, index) => {
          const answer = reply.answers[index]
          return answer === undefined ? [] : [[question, { type: 'answer', answer }] as const]
        }),
      )
      return
    case 'fault':
      if (questions.length === 1) {
        const { kind, message } = reply.fault
        await receive([[first, { type: 'fault', reason: message, isTooLarge: kind === 'too-large' }]])
        return
      }
      await askAll(requester, questions.slice(0, questions.length >> 1), manner, receive)
      await askAll(requester, questions.slice(questions.length >> 1), manner, receive)
  }
}

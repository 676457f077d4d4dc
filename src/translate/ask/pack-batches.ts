import type { Engine } from '../../model.ts'
import type { Question } from './question.ts'

/**
 * Cuts questions into requests that keep within an engine's texts and bytes, in order. A request holds texts of one
 * page alone, for some services take one context a request. Every question must fit a request of its own.
 */
export function packBatches(
  questions: readonly Question[],
  limits: Pick<Engine['limits'], 'texts' | 'bytes'>,
): readonly (readonly Question[])[] {
  const batches: Question[][] = []
  let batch: Question[] = []
  let bytes = 0
  for (const question of questions) {
    const isFull = batch.length >= limits.texts || bytes + question.bytes > limits.bytes
    if (batch.length > 0 && (isFull || batch[0]?.group !== question.group)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(question)
    bytes += question.bytes
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

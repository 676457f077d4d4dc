import type { EngineText } from '../../../model.ts'

/** Characters of the context at most: it is not billed, but takes room in the request. */
export const mostContext = 1500

/**
 * The surroundings of a request's texts, which DeepL takes once for all of them, as prose in the source language: the
 * page's title, the headings above the texts, and the sentences next to them that are not among them.
 */
export function batchContext(texts: readonly EngineText[], plain: (text: EngineText) => string): string {
  const own = new Set(texts.map(plain))
  const title = texts[0]?.context.title ?? ''
  const headings = texts.flatMap(({ context }) => context.headings)
  const neighbours = texts
    .flatMap(({ context }) => [context.before, context.after])
    .filter(text => text !== '' && !own.has(text))
  const parts = [...new Set([title, ...headings, ...neighbours].map(asSentence))].filter(part => part !== '')
  let context = ''
  for (const part of parts) {
    const longer = context === '' ? part : `${context} ${part}`
    if (longer.length > mostContext) break
    context = longer
  }
  return context
}

/** Headings have no full stop: without one they would run into each other. */
function asSentence(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  return folded === '' || /[.!?…:;]$/.test(folded) ? folded : `${folded}.`
}

import type { Engine } from '../../model.ts'

/** The engine that answers with what it was asked: a test of everything around it. */
export const identity: Engine = {
  name: 'identity',
  limits: { texts: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, concurrency: 1 },
  size: () => 0,
  translate: ({ texts }) => Promise.resolve(texts.map(({ pattern }) => ({ pattern, billedCharacters: 0 }))),
}

import { InvalidArgumentError } from 'commander'
import type { Shard } from '../pipeline/shard/shard.ts'

/** @throws InvalidArgumentError for what is not `i/n` with 1 ≤ i ≤ n */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? []
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count }
  throw new InvalidArgumentError('Give a part and the number of parts: 1/4, 2/4, 3/4, 4/4.')
}

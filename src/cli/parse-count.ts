import { InvalidArgumentError } from 'commander'

/** @throws InvalidArgumentError for what is no whole number */
export function parseCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a whole number of characters.')
}

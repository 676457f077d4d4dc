const firstMs = 500
const longestMs = 60_000

/**
 * Milliseconds to wait before another attempt: doubling from half a second to a minute, the upper half of it at random
 * so that clients do not come back together ("equal jitter"). What the service asked for (`Retry-After`) is a lower
 * bound.
 *
 * @param attempt Attempts made so far, from 1.
 * @param random In [0, 1).
 */
export function retryDelay(attempt: number, retryAfterMs: number | undefined, random: number): number {
  const backoff = Math.min(longestMs, firstMs * 2 ** (attempt - 1))
  const delay = backoff / 2 + (backoff / 2) * random
  return Math.ceil(retryAfterMs === undefined ? delay : retryAfterMs + (delay - backoff / 2))
}

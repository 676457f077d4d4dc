import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

interface Guard {
  /** What the address that is printed in the terminal carries, and then the cookie. */
  readonly token: string
  /** The port that is listened on; known once it is. */
  readonly port: () => number
}

/**
 * Lets through only what comes from the page that was opened with the token:
 *
 * - `Host` must be a loopback name with this port, or a page elsewhere could make its own name lead here (DNS rebinding);
 * - `Origin`, where the browser sends it, must be this server's; a request that changes something must have it;
 * - the token comes once, in the address; from then on a cookie has it, which no script reads and no other site sends.
 */
export function guardRequest({ token, port }: Guard): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`]
    const host = req.header('host') ?? ''
    if (!hosts.includes(host)) return context.text('This address is not served here.', 421)
    const origin = req.header('origin')
    const isRead = req.method === 'GET' || req.method === 'HEAD'
    if ((origin !== undefined || !isRead) && origin !== `http://${host}`) {
      return context.text('Requests of other sites are refused.', 403)
    }
    // Browsers send cookies to every port of a host: each server has a name of its own.
    const cookie = `verso-${port()}`
    const given = req.query('token')
    if (given !== undefined && req.path === '/' && isEqual(given, token)) {
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return context.redirect('/')
    }
    if (!isEqual(getCookie(context, cookie) ?? '', token)) {
      return context.text('Open the address that `verso review` printed in the terminal.', 401)
    }
    return next()
  }
}

/** Takes the same time wherever the texts differ. */
function isEqual(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

import { describe, expect, test } from 'vitest'
import type { ReviewSession } from '../../src/pipeline/review/session/review-session.ts'
import { createApp } from '../../src/server/create-app.ts'

const token = 'a-token-of-this-server'
const origin = 'http://127.0.0.1:4711'
const host = '127.0.0.1:4711'
const cookie = `verso-4711=${token}`

/** A server whose session has nothing to say, and notes what it was asked to do. */
function open() {
  const asked: unknown[] = []
  const session = {
    project: () => 'the project',
    readImage: async () => undefined,
    decide: async (...decision: readonly unknown[]) => asked.push(['decide', ...decision]) && 'decided',
    check: (...check: readonly unknown[]) => asked.push(['check', ...check]) && 'checked',
    undo: async (id: string) => asked.push(['undo', id]) && 'undone',
  } as unknown as ReviewSession
  const app = createApp({ session, assets: new Map(), token, port: () => 4711 })
  return { asked, request: (path: string, init: RequestInit) => app.request(`${origin}${path}`, init) }
}

describe('the review is open to its own page alone', () => {
  test.each<[what: string, headers: Record<string, string>, method: string, status: number]>([
    ['with the cookie', { host, cookie }, 'GET', 200],
    ['with the cookie, by another name of this machine', { host: 'localhost:4711', cookie }, 'GET', 200],
    ['without the cookie', { host }, 'GET', 401],
    [
      'with another token that is as long',
      { host, cookie: `verso-4711=${'x'.repeat(token.length)}` },
      'GET',
      401,
    ],
    ['with a token that is longer', { host, cookie: `${cookie}x` }, 'GET', 401],
    ['with the cookie of another port’s server', { host, cookie: `verso-4712=${token}` }, 'GET', 401],
    ['by a name that leads here', { host: 'example.org:4711', cookie }, 'GET', 421],
    ['by another port', { host: '127.0.0.1:80', cookie }, 'GET', 421],
    ['from another site', { host, cookie, origin: 'https://example.org' }, 'GET', 403],
    ['from a file', { host, cookie, origin: 'null' }, 'GET', 403],
    ['to look what is there', { host, cookie }, 'HEAD', 200],
    ['to change something, without saying from where', { host, cookie }, 'POST', 403],
    ['to change something, from its own page', { host, cookie, origin }, 'POST', 404],
  ])('%s', async (_, headers, method, status) => {
    expect((await open().request('/api/project', { method, headers })).status).toBe(status)
  })

  test.each([
    ['/', token, 302],
    ['/', 'x'.repeat(token.length), 401],
    ['/api/project', token, 401],
  ])('%s?token=%s gives a cookie or none: %i', async (path, given, status) => {
    const answer = await open().request(`${path}?token=${given}`, { headers: { host } })
    expect([answer.status, answer.headers.has('set-cookie')]).toEqual([status, status === 302])
  })
})

describe('what is to be saved has the shape that the page gives it', () => {
  const decision = { index: 0, key: 'k', version: 'v', state: 'reviewed' }
  const headers = { host, cookie, origin, 'content-type': 'application/json' }

  test.each<[path: string, body: unknown, status: number]>([
    ['/api/decide', { page: 'a', decisions: [decision] }, 200],
    ['/api/decide', { page: 'a', decisions: [] }, 400],
    ['/api/decide', { page: 'a', decisions: [{ ...decision, state: 'final' }] }, 400],
    ['/api/decide', { page: 'a', decisions: [{ ...decision, target: 1 }] }, 400],
    ['/api/decide', { page: 'a', decisions: [{ ...decision, target: 'Open.' }] }, 200],
    ['/api/decide', undefined, 400],
    ['/api/undo', { id: '1' }, 200],
    ['/api/undo', { id: 1 }, 400],
  ])('%s %j: %i', async (path, body, status) => {
    const { request, asked } = open()
    const answer = await request(path, { method: 'POST', headers, body: JSON.stringify(body) ?? '{' })
    expect([answer.status, asked.length]).toEqual([status, status === 200 ? 1 : 0])
  })

  test('nothing is checked that is of no such shape', async () => {
    const { request, asked } = open()
    const answer = await request('/api/check', { method: 'POST', headers, body: '{}' })
    expect([await answer.json(), asked]).toEqual([[], []])
  })
})

test.each([
  ['/api/project', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"],
  ['/files/none.png', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"],
  ['/preview', 'sandbox allow-same-origin'],
  ['/', "script-src 'self'"],
])('what is opened as %s may do what it is for', async (path, policy) => {
  const answer = await open().request(path, { headers: { host, cookie } })
  expect(answer.headers.get('content-security-policy')).toContain(policy)
})

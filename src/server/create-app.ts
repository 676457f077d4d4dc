import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { ReviewSession } from '../pipeline/review/session/review-session.ts'
import { VersoError } from '../verso-error.ts'
import { guardRequest } from './guard-request.ts'
import { parseCheck } from './parse-check.ts'
import { parseDecisions } from './parse-decisions.ts'
import { parseUndo } from './parse-undo.ts'
import { renderPreview } from './render-preview.ts'
import { pagePolicy, previewPolicy, securityHeaders } from './security-headers.ts'

/** The bundle of `web/`, by file name. */
type Assets = ReadonlyMap<string, string>

interface AppOptions {
  readonly session: ReviewSession
  readonly assets: Assets
  readonly token: string
  readonly port: () => number
}

/** What a save may hold, in bytes: a whole page's decisions and no more. */
const largestBody = 16 * 1024 * 1024

/** Between two signs of life on the event stream, in ms: what tells a browser that the other end is gone. */
const heartbeat = 15_000

/** The web application's routes. Every answer is JSON but for the bundle, the preview's frame and images. */
export function createApp({ session, assets, token, port }: AppOptions): Hono {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(guardRequest({ token, port }))

  app.get('/', context => {
    const nonce = randomBytes(16).toString('base64')
    context.header('Content-Security-Policy', pagePolicy(nonce))
    const page = assets.get('index.html') ?? ''
    return context.html(page.replace('</head>', `<meta name="csp-nonce" content="${nonce}" /></head>`))
  })
  app.get('/main.js', context =>
    context.body(assets.get('main.js') ?? '', 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/main.css', context =>
    context.body(assets.get('main.css') ?? '', 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get('/preview', context => {
    context.header('Content-Security-Policy', previewPolicy)
    return context.html(
      '<!doctype html><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="/main.css"><body class="preview-page">',
    )
  })

  app.get('/api/project', context => context.json(session.project()))
  app.get('/api/page', async context => {
    const page = await session.openPage(context.req.query('page') ?? '')
    return page === undefined ? context.json({ type: 'missing' }, 404) : context.json(page)
  })
  app.get('/api/preview', async context => {
    const preview = await session.previewOf(context.req.query('page') ?? '')
    return context.json({ html: preview === undefined ? '' : renderPreview(preview) })
  })
  app.get('/api/suggestions', context => {
    const { page = '', index = '' } = context.req.query()
    return context.json(session.suggest(page, Number(index)))
  })
  app.get('/api/search', context => context.json(session.search(context.req.query('q') ?? '')))
  app.post('/api/decide', bodyLimit({ maxSize: largestBody }), async context => {
    const asked = parseDecisions(await context.req.json().catch(() => undefined))
    if (asked === undefined)
      return context.json({ type: 'refused', message: 'The request is malformed.' }, 400)
    return context.json(await session.decide(asked.page, asked.decisions))
  })
  app.post('/api/check', bodyLimit({ maxSize: largestBody }), async context => {
    const asked = parseCheck(await context.req.json().catch(() => undefined))
    return context.json(asked === undefined ? [] : session.check(asked.page, asked.index, asked.target))
  })
  app.post('/api/undo', bodyLimit({ maxSize: largestBody }), async context => {
    const id = parseUndo(await context.req.json().catch(() => undefined))
    if (id === undefined) return context.json({ type: 'refused', message: 'The request is malformed.' }, 400)
    return context.json(await session.undo(id))
  })
  app.get('/api/events', context =>
    streamSSE(context, async stream => {
      const stop = session.subscribe(event => {
        // A browser that is gone is no fault.
        stream.writeSSE({ data: JSON.stringify(event) }).catch(() => undefined)
      })
      const pulse = setInterval(() => {
        stream.writeSSE({ event: 'alive', data: '' }).catch(() => undefined)
      }, heartbeat)
      await new Promise<void>(resolve => {
        stream.onAbort(resolve)
        stream.writeSSE({ event: 'alive', data: '' }).catch(() => resolve())
      })
      clearInterval(pulse)
      stop()
    }),
  )
  app.get('/files/*', async context => {
    const paths = [context.req.path.slice('/files/'.length), context.req.query('or')]
    for (const path of paths) {
      const image = path === undefined ? undefined : await session.readImage(decodePath(path))
      if (image === undefined) continue
      return context.body(image.bytes, 200, { 'Content-Type': image.type })
    }
    return context.notFound()
  })

  app.onError(answerFault)
  return app
}

/** Faults of the environment are said to the reviewer, who can do something about them. */
function answerFault(error: Error, context: Context): Response {
  const message = error instanceof VersoError ? error.message : `Verso failed: ${error.message}`
  return context.json({ type: 'refused', message }, 500)
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

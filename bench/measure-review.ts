import { spawn } from 'node:child_process'
import { request } from 'node:http'
import type { PageView } from '../src/pipeline/review/review-view.ts'

/** How long a reviewer waits, in ms: medians of several requests. */
export interface ReviewMeasures {
  /** From the start of the program to its first answer. */
  readonly start: number
  readonly firstPage: number
  /** A save while other pages are being read, and one when all are. */
  readonly saveWhileReading: number
  readonly save: number
  /** From the start of the program until all pages are read. */
  readonly allRead: number
}

const saves = 20

/** Reviews the first pages of a project as a browser does, by HTTP. */
export async function measureReview(root: string, program: string): Promise<ReviewMeasures> {
  const begun = performance.now()
  const args = [program, 'review', 'en', '--no-open', '--json', '--root', root]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise(done => child.once('close', done))
  try {
    const line = await new Promise<string>(done => child.stdout.setEncoding('utf8').once('data', done))
    const url = new URL((JSON.parse(line) as { url: string }).url)
    const { cookie } = await ask(url, `/${url.search}`, '')
    const get = async <Answer>(path: string) => JSON.parse((await ask(url, path, cookie)).text) as Answer
    const { pages } = await get<{ readonly pages: readonly { readonly page: string }[] }>('/api/project')
    const start = performance.now() - begun
    const names = pages.map(({ page }) => encodeURIComponent(page))
    const firstPage = await timed(() => get(`/api/page?page=${names[0]}`))
    const saveTimes = async (from: number) => {
      const times: number[] = []
      for (let n = 0; n < saves; n++) {
        const page = decodeURIComponent(names[(from + n) % names.length] ?? '')
        const { segments } = await get<PageView>(`/api/page?page=${encodeURIComponent(page)}`)
        const [segment] = segments
        if (segment === undefined) continue
        const { index, key, version, fragment } = segment
        const decisions = [{ index, key, version, state: 'translated', target: `${fragment} ${n}` }]
        times.push(await timed(() => ask(url, '/api/decide', cookie, { page, decisions })))
      }
      return median(times)
    }
    const saveWhileReading = await saveTimes(0)
    while ((await get<{ readonly unread: number }>('/api/search?q=-')).unread > 0) {
      await new Promise(done => setTimeout(done, 200))
    }
    const allRead = performance.now() - begun
    return { start, firstPage, saveWhileReading, save: await saveTimes(saves), allRead }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

function ask(url: URL, path: string, cookie: string, body?: unknown) {
  const headers = { cookie, origin: url.origin, 'content-type': 'application/json' }
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise<{ readonly text: string; readonly cookie: string }>((done, fail) => {
    const sent = request(new URL(path, url), { method, headers }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', part => {
        text += part
      })
      answer.on('end', () =>
        done({ text, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie }),
      )
    })
    sent.on('error', fail)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

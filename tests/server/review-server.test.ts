import { spawnSync } from 'node:child_process'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DecisionResult, PageView } from '../../src/pipeline/review/review-view.ts'
import { createProject, type TestProject } from '../cli/project.ts'
import { type RunningReview, startReview } from '../support/start-review.ts'

const french = '# Le menu\n\nOuvrez le **MENU**. Fermez la porte.\n'
const english = '# The menu\n\nOpen the **MENU**. Close the door.\n'

async function reviewedProject() {
  const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': english })
  await project.run('translate', 'en', '--engine', 'memory')
  return project
}

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as anything may ask: `fetch` would not send another host's name. */
function ask({ origin }: RunningReview, path: string, asked: Asked = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, fail) => {
    const sent = request(
      `${origin}${path}`,
      { method: asked.method ?? 'GET', headers: { ...asked.headers } },
      answer => {
        let text = ''
        answer.setEncoding('utf8').on('data', part => {
          text += part
        })
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
      },
    )
    sent.on('error', fail)
    sent.end(asked.body)
  })
}

async function signIn(review: RunningReview): Promise<string> {
  const { headers } = await ask(review, new URL(review.url).pathname + new URL(review.url).search)
  const [cookie = ''] = headers['set-cookie'] as string[]
  return cookie.split(';')[0] ?? ''
}

async function open(project: TestProject) {
  const review = await startReview(project.root)
  const cookie = await signIn(review)
  const headers = { cookie, origin: review.origin, 'content-type': 'application/json' }
  return {
    review,
    cookie,
    page: async (page = 'a') =>
      JSON.parse((await ask(review, `/api/page?page=${page}`, { headers: { cookie } })).text) as PageView,
    get: async (path: string) => ask(review, path, { headers: { cookie } }),
    post: async (path: string, body: unknown) =>
      JSON.parse(
        (await ask(review, path, { method: 'POST', headers, body: JSON.stringify(body) })).text,
      ) as DecisionResult,
  }
}

function decisionOn({ segments }: PageView, index: number, rest: object) {
  const { key = '', version = '' } = segments[index] ?? {}
  return { page: 'a', decisions: [{ index, key, version, ...rest }] }
}

describe('the review server lets in', () => {
  test('nobody without the token', async () => {
    const { review } = await open(await reviewedProject())
    expect((await ask(review, '/')).status).toBe(401)
    expect((await ask(review, '/api/project')).status).toBe(401)
    expect((await ask(review, '/?token=guessed')).status).toBe(401)
  })

  test('no other host name, so that no page elsewhere can make its own lead here', async () => {
    const { review, cookie } = await open(await reviewedProject())
    const host = `evil.example:${new URL(review.origin).port}`
    expect((await ask(review, '/api/project', { headers: { cookie, host } })).status).toBe(421)
  })

  test('no other site, even with the cookie', async () => {
    const { review, cookie } = await open(await reviewedProject())
    const origin = 'http://evil.example'
    expect((await ask(review, '/api/project', { headers: { cookie, origin } })).status).toBe(403)
    expect(
      (await ask(review, '/api/decide', { method: 'POST', headers: { cookie }, body: '{}' })).status,
    ).toBe(403)
  })
})

describe('the review server gives out', () => {
  test('images of the project, and nothing else of the disk', async () => {
    const project = await reviewedProject()
    await project.write('content/fr/images/a.png', 'image')
    await symlink('/etc/hostname', join(project.root, 'content/fr/images/link.png'))
    const { get } = await open(project)
    expect((await get('/files/content/fr/images/a.png')).status).toBe(200)
    for (const path of [
      'images/link.png',
      'a.md',
      '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
      'images/none.png',
    ]) {
      expect((await get(`/files/content/fr/${path}`)).status, path).toBe(404)
    }
  })

  test('a preview without heading ids, as a site shows the page', async () => {
    const project = await reviewedProject()
    await project.write('content/en/a.md', '# The menu {#menu}\n\nUse {#this}.\n')
    const { get } = await open(project)
    const { html } = JSON.parse((await get('/api/preview?page=a')).text) as { html: string }
    expect(html).toContain('>The menu</h1>')
    expect(html).toContain('Use {#this}.')
  })

  test('a preview without script, handlers or javascript: addresses', async () => {
    const project = await reviewedProject()
    const hostile = [
      '<script>alert(1)</script>',
      '<img src="x" onerror="alert(1)">',
      '[a](javascript:alert(1)) <a href="javascript:alert(1)">b</a> </script>',
      `<iframe srcdoc="<script>alert(1)</script>"></iframe><svg onload="alert(1)"></svg>`,
    ].join('\n\n')
    await project.write('content/en/a.md', `${english}\n${hostile}\n`)
    const { get } = await open(project)
    const { html } = JSON.parse((await get('/api/preview?page=a')).text) as { html: string }
    expect(html).toContain('Open the')
    expect(html).not.toMatch(/<script|onerror|onload|javascript:|<iframe|<svg/i)
    expect((await get('/preview')).headers['content-security-policy']).toContain("default-src 'none'")
  })
})

test('a port that is in use is named, with what to do', async () => {
  const project = await reviewedProject()
  const busy = createServer().listen(0, '127.0.0.1')
  await new Promise(done => busy.once('listening', done))
  onTestFinished(() => void busy.close())
  const { port } = busy.address() as AddressInfo
  const { code, stderr } = await project.run('review', 'en', '--no-open', '--port', String(port))
  expect(code).toBe(2)
  expect(stderr).toContain(`Port ${port} is in use`)
})

describe('a decision', () => {
  test('changes its segment in catalogue and page, and no other byte of the page', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const asked = decisionOn(await page(), 2, { state: 'reviewed', target: ['Shut the door.'] })
    expect((await post('/api/decide', asked)).type).toBe('saved')
    expect(await project.read('content/en/a.md')).toBe(english.replace('Close', 'Shut'))
    expect(await project.read('locales/en/a.json')).toContain('Shut the door.')
  })

  test('that approves takes what is shown as proposed; a text of one’s own goes before it', async () => {
    const project = await reviewedProject()
    await project.write('content/fr/a.md', french.replace('Fermez', 'Claquez'))
    await project.run('translate', 'en', '--engine', 'memory')
    const sidecar = 'locales/en/a.state.jsonl'
    const stale = (await project.read(sidecar)).replace(
      /"previousSource":"[^"]*"/,
      '$&,"suggestion":{"target":"Slam the door.","origin":"draft","score":70}',
    )
    await project.write(sidecar, stale)
    const { page, post } = await open(project)
    const seen = await page()
    expect(seen.segments[2]?.proposal?.words.filter(({ type }) => type !== 'same')).toEqual([
      { type: 'removed', text: 'Close' },
      { type: 'added', text: 'Slam' },
    ])
    const approved = await post('/api/decide', decisionOn(seen, 2, { state: 'reviewed' }))
    expect(await project.read('content/en/a.md')).toBe(english.replace('Close', 'Slam'))
    await post('/api/undo', { id: approved.type === 'saved' ? approved.undo : '' })
    expect(await project.read(sidecar)).toBe(stale)

    await post('/api/decide', decisionOn(seen, 2, { state: 'translated', target: 'Bang it.' }))
    expect((await page()).segments[2]).toMatchObject({ state: 'translated', targetFragment: 'Bang it.' })
    expect((await page()).segments[2]).not.toHaveProperty('proposal')
    await post('/api/decide', decisionOn(await page(), 2, { state: 'reviewed' }))
    expect(await project.read('content/en/a.md')).toBe(english.replace('Close the door', 'Bang it'))

    await project.write(sidecar, stale)
    await project.write('content/en/a.md', english)
    await project.write(
      'locales/en/a.json',
      (await project.read('locales/en/a.json')).replace('Bang it.', 'Close the door.'),
    )
    const kept = { state: 'reviewed', target: 'Close the door.' }
    expect((await post('/api/decide', decisionOn(await page(), 2, kept))).type).toBe('saved')
    expect(await project.read('content/en/a.md')).toBe(english)
    expect(await project.read(sidecar)).not.toContain('suggestion')
  })

  test('writes typed markup as text', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const asked = decisionOn(await page(), 2, { state: 'reviewed', target: ['Close *the* [door].'] })
    await post('/api/decide', asked)
    const { segments } = await page()
    expect(segments[2]?.target).toEqual(['Close *the* [door].'])
  })

  test('is refused when the segment was changed by another tab, and merged when another segment was', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const seen = await page()
    await post('/api/decide', decisionOn(seen, 2, { state: 'reviewed', target: 'Shut the door.' }))
    const late = await post(
      '/api/decide',
      decisionOn(seen, 2, { state: 'reviewed', target: 'Slam the door.' }),
    )
    expect(late).toMatchObject({ type: 'conflict', indexes: [2] })
    expect(await project.read('content/en/a.md')).not.toContain('Slam')
    const other = await post('/api/decide', decisionOn(seen, 0, { state: 'reviewed', target: 'Menu' }))
    expect(other.type).toBe('saved')
    expect(await project.read('content/en/a.md')).toBe('# Menu\n\nOpen the **MENU**. Shut the door.\n')
  })

  test('keeps what an editor did to the page in the meantime', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const seen = await page()
    await project.write('content/en/a.md', english.replace('Close', 'Lock'))
    const edited = await post(
      '/api/decide',
      decisionOn(seen, 2, { state: 'reviewed', target: 'Shut the door.' }),
    )
    expect(edited.type).toBe('conflict')
    expect((await post('/api/decide', decisionOn(seen, 0, { state: 'reviewed', target: 'Menu' }))).type).toBe(
      'saved',
    )
    expect(await project.read('content/en/a.md')).toBe('# Menu\n\nOpen the **MENU**. Lock the door.\n')
  })

  test('is checked while it is written, and nothing is saved', async () => {
    const project = await reviewedProject()
    const { page, review, cookie } = await open(project)
    await page()
    const headers = { cookie, origin: review.origin, 'content-type': 'application/json' }
    const check = async (target: unknown) => {
      const body = JSON.stringify({ page: 'a', index: 1, target })
      return JSON.parse((await ask(review, '/api/check', { method: 'POST', headers, body })).text)
    }
    expect(await check('Open the menu.')).toMatchObject([{ code: 'codes-changed', severity: 'error' }])
    expect(await check(['Open the ', (await page()).segments[1]?.source[1], '!'])).toEqual([])
    expect(await check([{ kind: 'unknown' }])).toEqual([])
    expect(await project.read('content/en/a.md')).toBe(english)
  })

  test('holds over a switch of branches where its segment is the same, and is refused where it is another', async () => {
    const project = await reviewedProject()
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
        cwd: project.root,
        encoding: 'utf8',
      }).stdout
    const commit = (message: string) =>
      git('add', '-A', '--', 'content', 'locales') + git('commit', '-qm', message)
    git('init', '-q', '-b', 'main')
    commit('one')
    git('checkout', '-q', '-b', 'other')
    await project.write('content/fr/a.md', french.replace('Fermez', 'Claquez'))
    await project.write('content/en/a.md', english.replace('Close', 'Slam'))
    await project.run('translate', 'en', '--engine', 'memory')
    commit('two')
    git('checkout', '-q', 'main')
    const { page, post } = await open(project)
    const seen = await page()
    git('checkout', '-q', 'other')
    const late = await post('/api/decide', decisionOn(seen, 2, { state: 'reviewed', target: 'Shut it.' }))
    expect(late).toMatchObject({ type: 'conflict', indexes: [2] })
    expect(git('status', '--porcelain', '--', 'content', 'locales')).toBe('')
    const held = await post('/api/decide', decisionOn(seen, 0, { state: 'reviewed', target: 'Menu' }))
    expect(held.type).toBe('saved')
    expect(await project.read('content/en/a.md')).toBe(
      english.replace('The menu', 'Menu').replace('Close', 'Slam'),
    )
  })

  test('is undone to the byte', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const first = await post('/api/decide', decisionOn(await page(), 0, { state: 'reviewed' }))
    expect(first.type).toBe('saved')
    const before = ['content/en/a.md', 'locales/en/a.json', 'locales/en/a.state.jsonl']
    const texts = await Promise.all(before.map(project.read))
    const saved = await post(
      '/api/decide',
      decisionOn(await page(), 2, { state: 'reviewed', target: 'Bar it.' }),
    )
    if (saved.type !== 'saved') throw new Error('not saved')
    expect((await post('/api/undo', { id: saved.undo })).type).toBe('saved')
    expect(await Promise.all(before.map(project.read))).toEqual(texts)
  })

  test('that can not be written leaves catalogue and page as they were, and says so', async () => {
    const project = await reviewedProject()
    const { page, post } = await open(project)
    const seen = await page()
    const catalogue = await project.read('locales/en/a.json')
    const inTheWay = join(project.root, 'content/en/a.md.tmp')
    await mkdir(inTheWay)
    const result = await post('/api/decide', decisionOn(seen, 2, { state: 'reviewed', target: 'Bar it.' }))
    await rm(inTheWay, { recursive: true, force: true })
    expect(result).toMatchObject({ type: 'refused' })
    expect(await project.read('locales/en/a.json')).toBe(catalogue)
    expect(await project.read('content/en/a.md')).toBe(english)
  })
})

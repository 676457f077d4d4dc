import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startDeeplDouble } from '../support/deepl-double.ts'
import { startProxy } from '../support/start-proxy.ts'
import { createProject } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const authority = join(folder, 'cert.pem')

/** A certificate of our own for 127.0.0.1; undefined on a machine without OpenSSL. */
function certificate(): { readonly key: string; readonly cert: string } | undefined {
  const key = join(folder, 'key.pem')
  const { status } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', authority],
  ])
  return status === 0 ? { key: readFileSync(key, 'utf8'), cert: readFileSync(authority, 'utf8') } : undefined
}

const tls = certificate()
const pages = { 'content/fr/a.md': '# Le menu\n\nCliquez sur **Menu**.\n' }

async function start(env: Readonly<Record<string, string>>, config = '') {
  const deepl = await startDeeplDouble(tls === undefined ? {} : { tls })
  const project = await createProject(
    { ...pages, ...(config === '' ? {} : { 'verso.config.yaml': config }) },
    { ...deepl.env, NODE_EXTRA_CA_CERTS: authority, ...env },
  )
  return { deepl, project }
}

const configured = (proxy: string) =>
  `engines: { deepl: { proxy: "${proxy.replace('http://', 'http://me:a%40b@')}" } }\n`

test.skipIf(tls === undefined)(
  'behind a proxy DeepL is reached through a tunnel, which sees no key',
  async () => {
    const proxy = await startProxy()
    const { deepl, project } = await start({}, configured(proxy.url))
    const { code, stdout } = await project.run('translate', 'en')
    expect(stdout).not.toMatch(/reached/)
    expect(code).toBe(0)
    expect(deepl.calls).toHaveLength(1)
    const credentials = `Basic ${Buffer.from('me:a@b').toString('base64')}`
    expect(new Set(proxy.tunnels.map(tunnel => JSON.stringify(tunnel)))).toEqual(
      new Set([JSON.stringify({ host: deepl.url.replace('https://', ''), credentials })]),
    )
  },
)

test.skipIf(tls === undefined)('HTTPS_PROXY is heeded, and so is NO_PROXY', async () => {
  const proxy = await startProxy()
  const behind = await start({ HTTPS_PROXY: proxy.url })
  expect((await behind.project.run('translate', 'en')).code).toBe(0)
  expect(proxy.tunnels).not.toEqual([])
  const tunnels = proxy.tunnels.length
  const direct = await start({ HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' })
  expect((await direct.project.run('translate', 'en')).code).toBe(0)
  expect(proxy.tunnels).toHaveLength(tunnels)
})

test.skipIf(tls === undefined).each([403, 407])(
  'a proxy that refuses with %i is told from DeepL that does, and is asked once',
  async status => {
    const proxy = await startProxy(status)
    const { deepl, project } = await start({}, configured(proxy.url))
    const { code, stdout, stderr } = await project.run('translate', 'en', '--verbose')
    expect(code).toBe(3)
    expect(stdout).toMatch(`the proxy lets no request through (${status})`)
    expect(stdout + stderr).not.toMatch(/a@b|a%40b/)
    expect(proxy.tunnels).toHaveLength(1)
    expect(deepl.log).toEqual([])
  },
)

test.skipIf(tls === undefined)(
  'a certificate that nobody vouches for ends the run, and the key is not sent',
  async () => {
    const { deepl, project } = await start({ NODE_EXTRA_CA_CERTS: '' })
    const { code, stdout } = await project.run('translate', 'en')
    expect(code).toBe(3)
    expect(stdout).toMatch(/can't be reached: .*certificate/)
    expect(deepl.log).toEqual([])
  },
)

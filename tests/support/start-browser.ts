import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const quiet = ['--disable-background-networking', '--disable-component-update']

/** A browser for the tests of a file; each opens contexts of its own. */
export function startBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('These tests need Chromium: apt-get install chromium.')
    browser = await chromium.launch({ executablePath, args: [...args, ...quiet] })
  })
  afterAll(() => browser?.close())
  return () => {
    if (browser === undefined) throw new Error('The browser is not open.')
    return browser
  }
}

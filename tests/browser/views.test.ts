import { mkdir } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { accessibilityFaults } from '../support/accessibility-faults.ts'
import { browserTest as test } from '../support/browser-test.ts'
import { createDemoSite } from '../support/demo-site.ts'
import { startBrowser } from '../support/start-browser.ts'
import { startReview } from '../support/start-review.ts'

/** A picture of each view is left here, to be looked at. What fonts make of it differs by machine: layout is checked. */
const pictures = 'test-results/review'

const browser = startBrowser()

async function openSite(options: BrowserContextOptions = {}) {
  const project = await createDemoSite()
  const { url } = await startReview(project.root)
  const context = await browser().newContext({
    locale: 'en',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  await page.goto(`${url}#tickets:2`)
  await page.getByRole('heading', { level: 2, name: 'Imprimer les tickets' }).waitFor()
  await page.getByText('Reading').waitFor({ state: 'detached' })
  const image = page.frameLocator('iframe').getByRole('img', { name: 'The printers screen' })
  await image.waitFor()
  await expect
    .poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  return { page, project }
}

/** What is laid out wrongly: regions outside of the window or over one another, text that is cut off. */
function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { innerWidth: width, innerHeight: height } = window
    if (document.documentElement.scrollWidth > width) faults.push('the page is wider than the window')
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const regions = [...document.querySelectorAll('header.top, nav.pages, main, aside.preview')].filter(
      visible,
    )
    const boxes = regions.map(region => region.getBoundingClientRect())
    for (const [n, box] of boxes.entries()) {
      const name = regions[n]?.className || regions[n]?.tagName
      if (box.width < 100 || box.height < 30) faults.push(`${name} has no room`)
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
        faults.push(`${name} leaves the window`)
      for (const other of boxes.slice(n + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
        if (across > 1 && down > 1) faults.push(`${name} is covered`)
      }
    }
    for (const element of document.querySelectorAll('button, .text, .state, label, h1, h2, h3, dt, kbd')) {
      if (visible(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        faults.push(`cut off: ${element.textContent}`)
    }
    return faults
  })
}

/** How many colours a picture has, and what share of it is of the most frequent one. */
async function coloursOf(picture: Buffer): Promise<{ readonly count: number; readonly most: number }> {
  const blank = await browser().newPage()
  try {
    return await blank.evaluate(async data => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
      const counts = new Map<number, number>()
      for (let at = 0; at < pixels.length; at += 4) {
        const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
        counts.set(colour, (counts.get(colour) ?? 0) + 1)
      }
      return { count: counts.size, most: (4 * Math.max(...counts.values())) / pixels.length }
    }, picture.toString('base64'))
  } finally {
    await blank.close()
  }
}

async function expectView(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  expect(await layoutFaults(page), name).toEqual([])
  expect((await accessibilityFaults(page)).join('\n'), name).toBe('')
  await mkdir(pictures, { recursive: true })
  const { count, most } = await coloursOf(await page.screenshot({ path: `${pictures}/${name}.png` }))
  expect(count, name).toBeGreaterThan(50)
  expect(most, name).toBeLessThan(0.9)
}

const stale = (page: Page) => page.getByRole('article', { name: /^Segment 3 of/ })

test('the page list, a stale segment with its word diffs, and the preview with its image', async () => {
  const { page } = await openSite()
  expect(await page.getByRole('navigation').getByRole('listitem').count()).toBe(3)
  expect(await stale(page).locator('.segment-source ins').allTextContents()).not.toEqual([])
  expect(await stale(page).locator('.proposal ins').allTextContents()).not.toEqual([])
  await expectView(page, 'stale')
})

test('the segment editor, with chips', async () => {
  const { page } = await openSite()
  for (const key of ['j', 'j', 'e']) await page.keyboard.press(key)
  await page.locator('.cm-content .chip').first().waitFor()
  await expectView(page, 'editor')
})

test('the help sheet, the question before a page is approved, and the search', async () => {
  const { page } = await openSite()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Approve and go on').first().waitFor()
  await expectView(page, 'help')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+A')
  await page.getByRole('dialog').getByText('takes the text that is proposed').waitFor()
  await expectView(page, 'confirm')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('imprimante')
  await page
    .getByText(/\d hits/)
    .first()
    .waitFor()
  await expectView(page, 'search')
})

test('a conflict, with all three versions', async () => {
  const { page, project } = await openSite()
  for (const key of ['j', 'e', 'End', '!']) await page.keyboard.press(key)
  const english = await project.read('content/en/tickets.md')
  await project.write('content/en/tickets.md', english.replace('Choose the printer {', 'Pick a printer {'))
  await page.keyboard.press('Control+Enter')
  const conflict = page.getByRole('alert')
  await conflict.waitFor()
  expect(await conflict.locator('dd').allTextContents()).toEqual([
    'Choose the printer!',
    'Pick a printer',
    'Choose the printer',
  ])
  await expectView(page, 'conflict')
})

test('in the dark, in French, and on a narrow window', async () => {
  const { page } = await openSite({ colorScheme: 'dark' })
  await page.keyboard.press('e')
  await page.locator('.cm-content').waitFor()
  await expectView(page, 'dark')
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(paper).toMatch(/rgb\((\d|[1-3]\d), /)
  await page.keyboard.press('Escape')
  await page.getByLabel('Language of this interface').selectOption('fr')
  await page.getByText('Approuver la proposition').waitFor()
  await expectView(page, 'french')
  await page.setViewportSize({ width: 640, height: 900 })
  await expectView(page, 'narrow')
})

import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, onTestFinished } from 'vitest'
import { createProject } from '../cli/project.ts'
import { accessibilityFaults } from '../support/accessibility-faults.ts'
import { browserTest as test } from '../support/browser-test.ts'
import { startBrowser } from '../support/start-browser.ts'
import { startReview } from '../support/start-review.ts'

const french =
  '# Le menu\n\nOuvrez le **MENU** et la [liste](/docs). Fermez la porte.\n\n- Tirez le rideau.\n'
const english =
  '# The menu\n\nOpen the **MENU** and the [list](/docs). Close the door.\n\n- Draw the curtain.\n'

const browser = startBrowser()

/** @param suggestion for the segment whose source changed */
async function openReview(
  options: BrowserContextOptions = {},
  more: Readonly<Record<string, string>> = {},
  suggestion?: string,
) {
  const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': english, ...more })
  await project.run('translate', 'en', '--engine', 'memory')
  await project.write('content/fr/a.md', french.replace('Fermez la porte', 'Fermez la grande porte'))
  if (suggestion !== undefined) {
    await project.run('translate', 'en', '--engine', 'memory')
    const states = await project.read('locales/en/a.state.jsonl')
    const proposal = `"suggestion":${JSON.stringify({ target: suggestion, origin: 'draft', score: 70 })}`
    await project.write(
      'locales/en/a.state.jsonl',
      states.replace(/"previousSource":"[^"]*"/, `$&,${proposal}`),
    )
  }
  const { url } = await startReview(project.root)
  const context = await browser().newContext({
    locale: 'en',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('dialog', dialog => {
    faults.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(url)
  await page.getByRole('article').first().waitFor()
  return { project, page, context, url, faults }
}

function segment(page: Page, number: number) {
  return page.getByRole('article', { name: new RegExp(`^Segment ${number} of`) })
}

describe('a reviewer', () => {
  test('sees what changed in a source, and approves it with the keyboard alone', async () => {
    const { page, project } = await openReview()
    expect(await segment(page, 3).locator('ins').textContent()).toContain('grande')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText('Segment 3 approved.').waitFor()
    expect(await project.read('locales/en/a.state.jsonl')).not.toContain('previousSource')
  })

  test('sees what is proposed, takes it, or keeps the present text with another key', async () => {
    const { page, project } = await openReview({}, {}, 'Close the big door.')
    const proposal = segment(page, 3).locator('.proposal')
    expect(await proposal.locator('ins').textContent()).toContain('big')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText('Segment 3 approved.').waitFor()
    expect(await project.read('content/en/a.md')).toContain('Close the big door.')
    await page.keyboard.press('u')
    await page.getByText('Undone.').waitFor()
    await page.keyboard.press('m')
    await page.getByText('Segment 3 approved.').waitFor()
    expect(await project.read('content/en/a.md')).toBe(english)
  })

  test('types faster than the page is drawn, and each key goes where the one before led', async () => {
    const { page } = await openReview()
    // The next task is the earliest that a browser can hand over another key.
    const focusAfter = (key: string) =>
      page.evaluate(async pressed => {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
        await new Promise<void>(next => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => next()
          port2.postMessage(undefined)
        })
        const focused = document.activeElement
        if (focused?.closest('dialog')?.open) return 'dialog'
        if (focused?.matches('.search input')) return 'search'
        if (focused?.matches('.cm-content')) return 'editor'
        return focused?.getAttribute('aria-label') ?? focused?.tagName
      }, key)
    expect(await focusAfter('j')).toMatch(/^Segment 2 of/)
    expect(await focusAfter('/')).toBe('search')
    expect(await focusAfter('Escape')).toMatch(/^Segment 2 of/)
    expect(await focusAfter('e')).toBe('editor')
    expect(await focusAfter('Escape')).toMatch(/^Segment 2 of/)
    for (const key of ['?', 'A']) {
      expect(await focusAfter(key)).toBe('dialog')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await focusAfter('k')).toMatch(/^Segment 1 of/)
      await page.keyboard.press('j')
    }
  })

  test('edits beside chips that typing does not break, and undoes it', async () => {
    const { page, project } = await openReview()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.keyboard.press('Home')
    await page.keyboard.type('Please *now* ')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Segment 2 approved.').waitFor()
    expect(await project.read('content/en/a.md')).toContain(
      'Please \\*now\\* Open the **MENU** and the [list](/docs).',
    )
    await page.keyboard.press('u')
    await page.getByText('Undone.').waitFor()
    expect(await project.read('content/en/a.md')).toBe(english)
  })

  test('sees the findings of what is being typed, before it is saved', async () => {
    const { page, project } = await openReview()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Open it.')
    await segment(page, 2).getByText('codes-changed').waitFor()
    expect(await project.read('content/en/a.md')).toBe(english)
    await page.keyboard.press('Control+Z')
    await segment(page, 2).getByText('codes-changed').waitFor({ state: 'detached' })
  })

  test('removes both halves of a link with one key', async () => {
    const { page, project } = await openReview()
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+s')
    await page.getByText('Segment 2 saved.').waitFor()
    expect(await project.read('locales/en/a.json')).toContain('Open the **MENU** and the list"')
  })

  test('is shown both versions when the segment was changed elsewhere', async () => {
    const { page, project } = await openReview()
    await page.keyboard.press('e')
    await page.keyboard.type('!')
    await project.write('content/en/a.md', english.replace('The menu', 'A menu'))
    await page.keyboard.press('Control+Enter')
    await page.getByText('Changed in the meantime').waitFor()
    expect(await project.read('content/en/a.md')).toContain('# A menu\n')
    await page.getByRole('button', { name: 'Save mine' }).click()
    await expect.poll(() => project.read('content/en/a.md')).toContain('# The menu!\n')
  })

  test('approves a whole page', async () => {
    const { page } = await openReview()
    await page.keyboard.press('Shift+A')
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await page.getByText(/segments? approved\./).waitFor()
    await page.getByText('4 of 4 approved').first().waitFor()
  })

  test('is told of a branch switch underneath', async () => {
    const { page, project } = await openReview()
    await project.write('content/fr/a.md', '# Autre page\n')
    await page.getByText('The page changed on disk and was read again.').waitFor()
    await segment(page, 1).getByText('Autre page').waitFor()
  })

  test('finds segments of any page, and changes the language', async () => {
    const { page } = await openReview({}, { 'content/fr/b.md': 'Une phrase rare.\n' })
    await page.keyboard.press('/')
    await page.keyboard.type('phrase RARE')
    await page.getByRole('button', { name: /Une phrase rare/ }).click()
    await page.getByRole('heading', { level: 2, name: 'b' }).waitFor()
    await page.getByLabel('Language of this interface').selectOption('fr')
    await page.getByText('Approuver la page').waitFor()
  })
})

test('nothing of a hostile page runs', async () => {
  const hostile = `<script>alert(1)</script>\n\n<img src="x" onerror="alert(2)">\n\n[x](javascript:alert(3)) </script>\n\n${'mot '.repeat(20_000)}\n`
  const { page, faults } = await openReview({}, { 'content/fr/0.md': hostile, 'content/en/0.md': hostile })
  const frame = page.frameLocator('iframe')
  await frame.getByText('mot mot').first().waitFor()
  expect(await frame.locator('script, [onerror], a[href]').count()).toBe(0)
  expect(faults).toEqual([])
})

describe('the page is accessible', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme} colours, reading, editing and in its dialogs`, async () => {
      const { page } = await openReview({ colorScheme })
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('e')
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      expect(await accessibilityFaults(page)).toEqual([])
    })
  }

  test('at 200 %: nothing is cut off sideways', async () => {
    const { page } = await openReview({ viewport: { width: 640, height: 450 } })
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(640)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { inspectText } from './inspect-text.ts'

const glossary = 'doNotTranslate: [Ventes de HubRise, "iOS"]\n'
const checks = ['style-title-case', 'style-serial-comma', 'style-british']

/** What the house style's checks say of an English page: the word that each message quotes first. */
async function told(code: string, target: string, source = target, config = ''): Promise<readonly string[]> {
  const on = `checks: { ${checks.map(one => `${one}: warning`).join(', ')} }\n${config}`
  const found = await inspectText(source, target, { config: on, glossary })
  return found.filter(one => one.code === code).map(({ message }) => /“(.*?)”/.exec(message)?.[1] ?? message)
}

describe('headings are in title case', () => {
  test.each([
    ['# Connect Your Account', []],
    ['# Connect your Account', ['your']],
    ['# The Menu of the Day', []],
    ['# Menu Of the Day', ['Of']],
    ['# of the Day', ['of']],
    ['# What It Is for', ['for']],
    ['# Step: a Start', ['a']],
    ['# Why? the Reason', ['the']],
    ['# Plan A or B', []],
    ['# Use AND and OR', []],
    ['# Sign-In and Follow-Up Calls', []],
    ['# Set Up eMenu 2nd', []],
    ['# Log in to Your Account', []],
    ['# Move Up the Menu', ['Up']],
    ['# The `api key` Page', []],
    ['# Open the Ventes de HubRise Page', []],
    ['A paragraph is not a heading', []],
  ])('%s', async (page, words) => {
    expect(await told('style-title-case', `${page}\n`)).toEqual(words)
  })

  test('as is the title of the page, and no other value', async () => {
    const page = '---\ntitle: Connect your Account\nmeta:\n  title: Connect your Account Now\n---\n\nText.\n'
    expect(await told('style-title-case', page)).toEqual(['your'])
  })
})

describe('a list has its serial comma', () => {
  test.each([
    ['Send orders, menus and prices.', ['and']],
    ['Send orders, menus, and prices.', []],
    ['Choose the day, the hour or the place.', ['or']],
    ['Open the menu, then click and wait.', []],
    ['If you pay, orders and menus are sent.', []],
    ['In the menu, orders and prices are shown.', []],
    ['Orders and prices are shown.', []],
  ])('%s', async (text, words) => {
    expect(await told('style-serial-comma', `${text}\n`)).toEqual(words)
  })

  test('in the description of the page, and in no other value', async () => {
    const values = 'title: Orders, menus and prices\nmeta:\n  description: Send orders, menus or prices.\n'
    expect(await told('style-serial-comma', `---\n${values}---\n\nText.\n`)).toEqual(['or'])
  })
})

describe('English is British', () => {
  test.each([
    ['Organize the colors.', ['Organize', 'colors']],
    ['Organise the colours.', []],
    ['Resize the picture; seize the prize.', []],
    ['Write to color@analyze.org.', []],
  ])('%s', async (text, words) => {
    expect(await told('style-british', `${text}\n`)).toEqual(words)
  })
})

describe('values of the front matter are as long as the style wants', () => {
  const style = 'style: { lengths: { title: { min: 4, max: 6 } } }\n'
  test.each([
    ['Men', ['`title` has 3 characters; the house style wants at least 4. Say more.']],
    ['Menu', []],
    ['Menüs!', []],
    ['Menu 12', ['`title` has 7 characters; the house style wants at most 6. Shorten it.']],
  ])('%s', async (title, messages) => {
    const page = `---\ntitle: "${title}"\n---\n\nText.\n`
    expect(await told('style-length', page, page, style)).toEqual(messages)
  })
})

import { eld } from 'eld/small'
import { expect, test } from 'vitest'
import { createPairDetector } from '../../src/align/create-pair-detector.ts'

const detect = createPairDetector(eld, ['fr', 'en'])

test.each([
  ['Connection | La Boîte Rouge | HubRise', ''],
  ['Connecting La Boîte Rouge de Paris', ''],
  ['Discounts are special offers that apply to the entire order on La Boîte Rouge et Noire.', 'en'],
  ['Cliquez sur le bouton pour ouvrir Just Eat Orders Manager.', 'fr'],
  ['Fermez la fenêtre.', 'fr'],
  ['configuration', ''],
])('the names in “%s” do not decide its language', (text, language) => {
  expect(detect(text).language).toBe(language)
})

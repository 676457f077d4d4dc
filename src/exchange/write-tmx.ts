import type { Element } from '@xmldom/xmldom'
import type { Pattern } from '../model.ts'
import type { ExchangeFile, ExchangeUnit } from './exchange-unit.ts'
import { isXmlCharacter } from './is-xml-character.ts'
import { createXmlBuilder, type XmlBuilder } from './xml-builder.ts'

/**
 * Writes TMX 1.4: a translation unit for each different pair of a source and a target. Inline codes are `bpt`, `ept` and
 * `ph` that hold their Markdown. TMX has no way to write the characters that XML forbids or changes (a carriage return):
 * pairs with one are left out.
 *
 * @param version of the program
 */
export function writeTmx({ source, target, pages }: ExchangeFile, version: string): string {
  const xml = createXmlBuilder(null, 'tmx', { version: '1.4' })
  xml.block(xml.root, 'header', {
    creationtool: 'verso',
    creationtoolversion: version,
    segtype: 'sentence',
    'o-tmf': 'verso',
    adminlang: 'en',
    srclang: source,
    datatype: 'html',
  })
  const body = xml.block(xml.root, 'body')
  for (const unit of distinct(pages.flatMap(({ units }) => units))) {
    const tu = xml.block(body, 'tu')
    xml.text(xml.block(tu, 'prop', { type: 'x-verso-state' }), unit.state)
    writeVariant(xml, tu, source, unit.source)
    writeVariant(xml, tu, target, unit.target ?? [])
  }
  return xml.toString()
}

/** The pairs in order, each once, the one that is furthest in review. */
function distinct(units: readonly ExchangeUnit[]): readonly ExchangeUnit[] {
  const known = new Map<string, ExchangeUnit>()
  for (const unit of units) {
    if (unit.target === undefined || unit.target.length === 0) continue
    const texts = [...plain(unit.source), '', ...plain(unit.target)]
    if (!texts.every(isWritable)) continue
    const pair = JSON.stringify(texts)
    const other = known.get(pair)
    if (other === undefined || rank(other) < rank(unit)) known.set(pair, unit)
  }
  return [...known.values()]
}

function isWritable(text: string): boolean {
  return [...text].every(character => character !== '\r' && isXmlCharacter(character.codePointAt(0) ?? 0))
}

function rank({ state }: ExchangeUnit): number {
  return ['initial', 'translated', 'reviewed', 'final'].indexOf(state)
}

function plain(pattern: Pattern): readonly string[] {
  return pattern.map(item => (typeof item === 'string' ? item : `${item.form} ${item.id} ${item.literal}`))
}

function writeVariant(xml: XmlBuilder, tu: Element, locale: string, pattern: Pattern): void {
  const seg = xml.block(xml.block(tu, 'tuv', { 'xml:lang': locale }), 'seg')
  for (const item of pattern) {
    if (typeof item === 'string') {
      xml.text(seg, item)
      continue
    }
    const id = String(item.id)
    switch (item.form) {
      case 'standalone':
        xml.text(xml.inline(seg, 'ph', { x: id }), item.literal)
        break
      case 'open':
        xml.text(xml.inline(seg, 'bpt', { i: id, x: id }), item.literal)
        break
      case 'close':
        xml.text(xml.inline(seg, 'ept', { i: id }), item.literal)
    }
  }
}

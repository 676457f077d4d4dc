import fc from 'fast-check'

/** A block of a generated page; a sentence is a text that extraction finds as one segment. */
type Block =
  | { readonly type: 'heading'; readonly level: number; readonly id: string; readonly text: string }
  | { readonly type: 'paragraph'; readonly sentences: readonly string[] }
  | { readonly type: 'items'; readonly items: readonly (readonly string[])[] }
  | { readonly type: 'image'; readonly alt: string; readonly path: string }
  | { readonly type: 'code'; readonly text: string }

export type Page = readonly Block[]

export function render(page: Page): string {
  return page.map(block => `${renderBlock(block)}\n`).join('\n')
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}${block.id && ` {#${block.id}}`}`
    case 'paragraph':
      return block.sentences.join(' ')
    case 'items':
      return block.items.map(sentences => `- ${sentences.join(' ')}`).join('\n')
    case 'image':
      return `![${block.alt}](${block.path})`
    case 'code':
      return `\`\`\`\n${block.text}\n\`\`\``
  }
}

/** The page of a text that `render` gave, a sentence being what ends in a stop before a capital. */
export function parse(text: string): Page {
  return text
    .split(/\n{2,}/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .map(parseBlock)
}

function parseBlock(text: string): Block {
  const heading = /^(#+) (.*?)(?: \{#([^}]*)\})?$/.exec(text)
  if (heading !== null) {
    const [, marks = '#', words = '', id = ''] = heading
    return { type: 'heading', level: marks.length, id, text: words }
  }
  const image = /^!\[(.*)\]\((.*)\)$/.exec(text)
  if (image !== null) return { type: 'image', alt: image[1] ?? '', path: image[2] ?? '' }
  if (text.startsWith('```')) return { type: 'code', text: text.slice(4, -4) }
  if (text.startsWith('- ')) {
    return { type: 'items', items: text.split('\n').map(line => sentencesOf(line.slice(2))) }
  }
  return { type: 'paragraph', sentences: sentencesOf(text) }
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=\.) (?=\p{Lu})/u)
}

const english =
  'apple basket candle drawer engine forest garden hammer island jacket kettle ladder market needle orange pepper'.split(
    ' ',
  )
const french =
  'abricot bateau chemin dessin ecole farine grenier herbe image jardin kiosque lampe maison nuage oiseau panier'.split(
    ' ',
  )

/** A sentence, given as numbers so that it can be said in either language. */
interface Said {
  readonly words: readonly number[]
  readonly label: boolean
}

const said: fc.Arbitrary<Said> = fc.record({
  words: fc.array(fc.nat(english.length - 1), { minLength: 3, maxLength: 9 }),
  label: fc.boolean(),
})

const sentenceOf = ({ words, label }: Said, vocabulary: readonly string[]): string => {
  const text = words.map(word => vocabulary[word] ?? '').join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${label ? ' **OK**' : ''}.`
}

const englishSentence: fc.Arbitrary<string> = said.map(one => sentenceOf(one, english))

type Shape =
  | { readonly type: 'heading'; readonly level: number; readonly id: string; readonly text: Said }
  | { readonly type: 'paragraph'; readonly sentences: readonly Said[] }
  | { readonly type: 'items'; readonly items: readonly (readonly Said[])[] }
  | { readonly type: 'image'; readonly alt: Said; readonly path: string }
  | { readonly type: 'code'; readonly text: string }

const sentences = (some: fc.Arbitrary<Said>) => fc.array(some, { minLength: 1, maxLength: 4 })

/** Sentences repeat themselves, as they do in guides: a third of them are one of three. */
function shapes(): fc.Arbitrary<readonly Shape[]> {
  return fc.array(said, { minLength: 3, maxLength: 3 }).chain(common => {
    const some = fc.oneof(
      { weight: 2, arbitrary: said },
      { weight: 1, arbitrary: fc.constantFrom(...common) },
    )
    return fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ type: fc.constant('paragraph' as const), sentences: sentences(some) }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('items' as const),
            items: fc.array(sentences(some), { minLength: 1, maxLength: 3 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            type: fc.constant('heading' as const),
            level: fc.integer({ min: 1, max: 3 }),
            id: fc.constantFrom('', 'give', 'take'),
            text: said.map(one => ({ ...one, label: false })),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('image' as const),
            alt: said.map(one => ({ ...one, label: false })),
            path: fc.constantFrom('a.png', 'b.png', 'c.png'),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ type: fc.constant('code' as const), text: fc.constantFrom('run', 'stop') }),
        },
      ),
      { minLength: 1, maxLength: 10 },
    )
  })
}

function say(shape: readonly Shape[], vocabulary: readonly string[]): Page {
  return shape.map(block => sayBlock(block, text => sentenceOf(text, vocabulary)))
}

function sayBlock(block: Shape, one: (text: Said) => string): Block {
  switch (block.type) {
    case 'heading':
      return { ...block, text: one(block.text).slice(0, -1) }
    case 'paragraph':
      return { ...block, sentences: block.sentences.map(one) }
    case 'items':
      return { ...block, items: block.items.map(item => item.map(one)) }
    case 'image':
      return { ...block, alt: one(block.alt) }
    case 'code':
      return block
  }
}

/** A page and its translation, block for block and sentence for sentence. Two code blocks or lists never touch. */
export function bilingualPage(): fc.Arbitrary<{ readonly source: Page; readonly target: Page }> {
  return shapes().map(shape => {
    const apart = shape.filter((block, index) => block.type !== 'items' || shape[index - 1]?.type !== 'items')
    return { source: say(apart, french), target: say(apart, english) }
  })
}

/** One thing that a person does to a page. Numbers choose what it is done to. */
export interface HandEdit {
  readonly what:
    | 'change'
    | 'rewrite'
    | 'delete-sentence'
    | 'insert-sentence'
    | 'merge'
    | 'split'
    | 'move-sentence'
    | 'delete-block'
    | 'insert-block'
    | 'move-block'
    | 'verbatim'
    | 'join-blocks'
  readonly at: number
  readonly to: number
  readonly text: string
}

export function handEdit(what?: readonly HandEdit['what'][]): fc.Arbitrary<HandEdit> {
  return fc.record({
    what: fc.constantFrom<HandEdit['what']>(
      ...(what ?? [
        'change',
        'rewrite',
        'delete-sentence',
        'insert-sentence',
        'merge',
        'split',
        'move-sentence',
        'delete-block',
        'insert-block',
        'move-block',
        'verbatim',
        'join-blocks',
      ]),
    ),
    at: fc.nat(1000),
    to: fc.nat(1000),
    text: fc
      .tuple(fc.nat(99_999), englishSentence)
      .map(([mark, text]) => text.replace(/^\w+/, word => `${word}${mark}`)),
  })
}

/** Does a person's edit; one that the page has nothing for does nothing. */
export function applyEdit(page: Page, { what, at, to, text }: HandEdit): Page {
  const blocks = [...page]
  const index = blocks.length === 0 ? 0 : at % blocks.length
  const block = blocks[index]
  if (what === 'insert-block') {
    blocks.splice(at % (blocks.length + 1), 0, { type: 'paragraph', sentences: [text] })
    return blocks
  }
  if (block === undefined) return page
  if (what === 'delete-block') {
    blocks.splice(index, 1)
    return blocks
  }
  if (what === 'move-block') {
    blocks.splice(index, 1)
    blocks.splice(to % (blocks.length + 1), 0, block)
    return blocks
  }
  if (what === 'verbatim') {
    if (block.type === 'image') blocks[index] = { ...block, path: `new${to}.png` }
    else if (block.type === 'code') blocks[index] = { ...block, text: `new ${to}` }
    else if (block.type === 'heading') blocks[index] = { ...block, id: `new${to}` }
    return blocks
  }
  if (block.type === 'items') {
    const item = to % block.items.length
    const edited = editSentences(block.items[item] ?? [], what, at + to, text)
    const items = block.items.map((one, n) => (n === item ? edited : one)).filter(one => one.length > 0)
    blocks.splice(index, 1, ...(items.length === 0 ? [] : [{ ...block, items }]))
    return blocks
  }
  if (block.type !== 'paragraph') {
    if (what === 'change' || what === 'rewrite') {
      if (block.type === 'heading')
        blocks[index] = { ...block, text: text.slice(0, -1).replace(' **OK**', '') }
      else if (block.type === 'image') blocks[index] = { ...block, alt: text.replace(' **OK**', '') }
    }
    return blocks
  }
  const next = blocks[index + 1]
  if (what === 'join-blocks') {
    if (next?.type !== 'paragraph') return page
    blocks.splice(index, 2, { type: 'paragraph', sentences: [...block.sentences, ...next.sentences] })
    return blocks
  }
  if (what === 'move-sentence') {
    const from = to % block.sentences.length
    const moved = block.sentences[from] ?? ''
    const rest = block.sentences.filter((_, n) => n !== from)
    const targets = [...blocks.entries()].flatMap(([n, one]) => (one.type === 'paragraph' ? [n] : []))
    const target = targets[(at + to) % targets.length] ?? index
    const home = target === index ? rest : (blocks[target] as { sentences: readonly string[] }).sentences
    const place = to % (home.length + 1)
    const filled = [...home.slice(0, place), moved, ...home.slice(place)]
    if (target !== index) blocks[index] = { ...block, sentences: rest }
    blocks[target] = { type: 'paragraph', sentences: filled }
    return blocks.filter(one => one.type !== 'paragraph' || one.sentences.length > 0)
  }
  const sentences = editSentences(block.sentences, what, to, text)
  if (sentences.length === 0) blocks.splice(index, 1)
  else blocks[index] = { ...block, sentences }
  return blocks
}

function editSentences(
  before: readonly string[],
  what: HandEdit['what'],
  at: number,
  text: string,
): readonly string[] {
  const sentences = [...before]
  const index = at % sentences.length
  const sentence = sentences[index] ?? ''
  const words = sentence.split(' ')
  const next = sentences[index + 1]
  switch (what) {
    case 'change':
      sentences[index] = [
        ...words.slice(0, 1),
        (text.split(' ')[0] ?? '').toLowerCase(),
        ...words.slice(1),
      ].join(' ')
      break
    case 'rewrite':
      sentences[index] = text
      break
    case 'delete-sentence':
      sentences.splice(index, 1)
      break
    case 'insert-sentence':
      sentences.splice(at % (sentences.length + 1), 0, text)
      break
    case 'merge':
      if (next !== undefined) {
        const joined = `${sentence.slice(0, -1)}, and ${next.charAt(0).toLowerCase()}${next.slice(1)}`
        sentences.splice(index, 2, joined)
      }
      break
    case 'split':
      if (words.length > 4 && !words.slice(0, 3).includes('**OK**')) {
        const rest = words.slice(2).join(' ')
        sentences.splice(
          index,
          1,
          `${words.slice(0, 2).join(' ')}.`,
          `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`,
        )
      }
      break
    default:
      break
  }
  return sentences
}

import fc from 'fast-check'

/** Words and what makes them hard: what Markdown, HTML or YAML could take for syntax, and every kind of character. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'Ouvrez',
        'la',
        'page',
        'Menu',
        'été',
        'cœur',
        'HubRise',
        "l'écran",
        'Réf.',
        'p. ex.',
        'etc.',
        'Fin.',
        'Oui',
        '3',
      ],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '1.',
        '2)',
        '#',
        '##',
        '+',
        '-',
        '*',
        '>',
        '=',
        '---',
        '***',
        '|',
        ':',
        '::',
        '~',
        '~~',
        '_',
        '__',
        '`',
        '\\',
        '[',
        ']',
      ],
      ...[
        '[x]',
        '[ ]',
        '[^1]',
        '](',
        '![',
        '<',
        '<a',
        '&',
        '&amp',
        '&copy',
        '!',
        '$',
        '{',
        '}',
        '%',
        '@',
        '(',
        ')',
        '"',
        "'",
        '#a',
      ],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '\\*',
        '\\_',
        '\\[',
        '\\]',
        '\\<',
        '\\#',
        '\\|',
        '\\`',
        '\\&',
        '\\\\',
        '1\\.',
        '&copy;',
        '&nbsp;',
        '&eacute;',
        '&#233;',
      ],
      ...[
        '&lt;b&gt;',
        '&amp;',
        '&#42;',
        '\u00a0:',
        '\u202f!',
        '«\u00a0oui\u00a0»',
        '😀',
        '中文',
        'e\u0301',
        '\u200b',
        'İ',
        'ß',
        'א',
      ],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'https://exemple.fr/a_b?c=d',
        'www.exemple.fr',
        'aide@exemple.fr',
        'a_b_c',
        '2*3*4',
        'x<y',
        '{{date}}',
        '$x^2$',
        '{#id}',
      ],
      ...['a:b', 'C++', '5$', '10 %', '~env', 'n°', '(c)', '...', '…', '--', 'v2.1', 'exemple.fr'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .map(text => text.replace(/\s/g, '')),
  },
)

const sentence = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ' ', '', '. ', '\n', ' \n')), {
    minLength: 1,
    maxLength: 7,
  })
  .map(words => words.map(([text, gap]) => text + gap).join(''))

const target = fc.constantFrom('/menu', 'https://exemple.fr/x?y=z', '#ancre', '<a b>', '', '../a_(b).png')
const title = fc.constantFrom('', ' "Un titre"', " 'L\\'été'", ' (Un titre)', ' "Un \\"titre\\" & deux"')

/** Inlines, nested up to three deep. */
const { inlines } = fc.letrec<{ inlines: string; inline: string }>(tie => ({
  inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('')),
  inline: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 8, arbitrary: sentence },
    { weight: 2, arbitrary: tie('inlines').map(text => `*${text.trim()}*`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `_${text.trim()}_`) },
    { weight: 2, arbitrary: tie('inlines').map(text => `**${text.trim()}**`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `__${text.trim()}__`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `~~${text.trim()}~~`) },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('inlines'), target, title).map(([text, to, name]) => `[${text}](${to}${name})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('inlines'), target, title)
        .map(([text, to, name]) => `![${text}](${to}${name})`),
    },
    { weight: 1, arbitrary: tie('inlines').map(text => `[${text}][ref]`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `<b>${text}</b>`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `<InlineImage width="20">${text}</InlineImage>`) },
    { weight: 1, arbitrary: tie('inlines').map(text => `<span style={{color:"#fff"}}>${text}</span>`) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...[
          '`code`',
          '``a ` b``',
          '[ref]',
          '[ref][]',
          '![image][ref]',
          '[^1]',
          '<https://exemple.fr>',
          '<aide@exemple.fr>',
          '<br>',
        ],
        ...[
          '<br/>',
          '<!-- note -->',
          '  \nsuite',
          '\\\nsuite',
          '**Menu** > **Options**',
          '**+**',
          '<img src="a.png" alt="Un écran">',
        ],
        ...[
          '<kbd>Ctrl</kbd>',
          '<a href="x" title=\'Le "menu"\'>ici</a>',
          '**NOTE\u00a0:** ',
          '&lt;',
          '\\',
          '*',
          '_',
          '**',
          '[',
          '](x)',
        ],
      ),
    },
  ),
}))

const indent = (block: string, first: string, rest: string) =>
  block
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n')

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
const noBlankLine = (text: string) => text.replace(/\n[ \t]*(?=\n)/g, '').trim()

const cell = inlines.map(text => oneLine(text).replace(/(?<!\\)\|/g, '\\|'))

const leaf = fc.oneof(
  { weight: 8, arbitrary: inlines.map(noBlankLine) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), inlines, fc.constantFrom('', ' #', ' {#ancre}'))
      .map(([level, text, end]) => `${'#'.repeat(level)} ${oneLine(text)}${end}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inlines, fc.constantFrom('===', '---'))
      .map(([text, line]) => `${noBlankLine(text)}\n${line}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '```js\nconst a = "été"\n```',
      '~~~\n# non\n~~~',
      '    indenté',
      '---',
      '***',
      '```\nsans fin',
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('| --- | :-: |', '|-|-|', '--- | ---'),
      )
      .map(([rows, rule]) => {
        const [head = '', ...body] = rows.map(row => `| ${row.join(' | ')} |`)
        return [head, rule, ...body].join('\n')
      }),
  },
  {
    weight: 1,
    arbitrary: inlines.map(
      text => `<details>\n<summary>${oneLine(text)}</summary>\n\n${noBlankLine(text)}\n\n</details>`,
    ),
  },
  { weight: 1, arbitrary: inlines.map(text => `<div class="note">\n  ${oneLine(text)}\n</div>`) },
  { weight: 1, arbitrary: inlines.map(text => `[^1]: ${noBlankLine(text)}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(target, title).map(([to, name]) => `[ref]: ${to === '' ? '<>' : to}${name}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '[comment]: # (note)',
      '<!-- un commentaire -->',
      '![Un écran](a.png)',
      '<Composant />',
      '{% include x %}',
    ),
  },
)

/** Blocks, in quotations and lists up to three deep. */
const { blocks } = fc.letrec<{ blocks: string; block: string }>(tie => ({
  blocks: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), {
      minLength: 1,
      maxLength: 4,
    })
    .map(parts =>
      parts.map(([block, gap], index) => (index < parts.length - 1 ? block + gap : block)).join(''),
    ),
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 8, arbitrary: leaf },
    { weight: 1, arbitrary: tie('blocks').map(text => indent(text, '> ', '> ')) },
    { weight: 1, arbitrary: tie('blocks').map(text => indent(text, '> ', '')) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('blocks'), fc.constantFrom('-', '*', '+'))
        .map(([text, bullet]) => indent(text, `${bullet} `, '  ')),
    },
    { weight: 1, arbitrary: tie('blocks').map(text => indent(text, '- [ ] ', '  ')) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('blocks'), fc.constantFrom('1.', '1)', '12.'))
        .map(([text, mark]) => indent(text, `${mark} `, ' '.repeat(mark.length + 1))),
    },
    { weight: 1, arbitrary: tie('blocks').map(text => indent(text, '-\t', '\t')) },
  ),
}))

const yamlValue = fc.oneof(
  inlines.map(text => JSON.stringify(oneLine(text))),
  inlines.map(text => `'${oneLine(text).replaceAll("'", "''")}'`),
  inlines.map(text => `|\n  ${oneLine(text)}`),
  fc.constantFrom('Un titre', 'Un titre # note', '>-\n  Un titre\n  replié', '3', 'true'),
)

const frontMatter = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(yamlValue, yamlValue)
      .map(
        ([a, b]) =>
          `---\ntitle: ${a}\nmeta:\n  description: ${b.replaceAll('\n  ', '\n    ')}\nautre: x\n---\n\n`,
      ),
  },
)

/** A Markdown page with any of the constructs that pages have, well-formed or not, and any line ends. */
export const markdownPage = fc
  .record({
    head: frontMatter,
    body: blocks,
    end: fc.constantFrom('\n', '\n', '', '\n\n', '  \n'),
    eol: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '', '', '', '\uFEFF'),
  })
  .map(({ head, body, end, eol, mark }) => mark + (head + body + end).replaceAll('\n', eol))

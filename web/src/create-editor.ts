import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, type Extension, Prec, StateField, type Transaction } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from '@codemirror/view'
import { chipClass, chipName, chipText } from './chip-label.ts'
import { type Chip, type ChipTable, orphansIn, toPlain } from './chip-table.ts'

interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly table: ChipTable
  /** Its accessible name. */
  readonly label: string
  readonly locale: string
  readonly onChange: (text: string) => void
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** An editor of one line of text in which codes are chips: they are moved and removed whole, pairs together. */
export function createEditor({
  parent,
  text,
  table,
  label,
  locale,
  onChange,
  onKey,
}: EditorOptions): EditorView {
  const extensions: Extension[] = [
    Prec.highest(EditorView.domEventHandlers({ keydown: onKey })),
    history(),
    keymap.of([...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, lang: locale, spellcheck: 'true' }),
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''),
    EditorView.clipboardOutputFilter.of(copied => toPlain(copied, table)),
    EditorView.clipboardInputFilter.of((pasted, state) =>
      withChips(oneLine(pasted), state.doc.toString(), table),
    ),
    EditorState.transactionFilter.of(transaction => keepPairs(transaction, table)),
    chipDecorations(table),
    EditorView.updateListener.of(update => {
      if (update.docChanged) onChange(update.state.doc.toString())
    }),
  ]
  const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) })
  view.dispatch({ selection: { anchor: view.state.doc.length } })
  view.focus()
  return view
}

/** A segment is one sentence: line breaks of what is typed or pasted are spaces. */
function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ' ')
}

/** What was copied as Markdown comes back as the chips it was, as far as they are not in the text. */
function withChips(pasted: string, present: string, table: ChipTable): string {
  let text = pasted
  for (const { code, character } of table.chips.values()) {
    if (code.literal.length < 2 || present.includes(character)) continue
    text = text.replace(code.literal, () => character)
  }
  return text
}

/** Takes the other half of a pair along when one half is removed, and keeps the text on one line. */
function keepPairs(transaction: Transaction, table: ChipTable) {
  if (!transaction.docChanged || transaction.isUserEvent('undo') || transaction.isUserEvent('redo')) {
    return transaction
  }
  const text = transaction.newDoc.toString()
  const changes = [
    ...orphansIn(text, table).map(at => ({ from: at, to: at + 1, insert: '' })),
    ...[...text.matchAll(/\n/g)].map(({ index }) => ({ from: index, to: index + 1, insert: ' ' })),
  ]
  return changes.length === 0 ? transaction : [transaction, { changes, sequential: true }]
}

function chipDecorations(table: ChipTable): Extension {
  const field = StateField.define<DecorationSet>({
    create: state => decorate(state, table),
    update: (set, transaction) => (transaction.docChanged ? decorate(transaction.state, table) : set),
    provide: self => [
      EditorView.decorations.from(self),
      EditorView.atomicRanges.of(view => view.state.field(self)),
    ],
  })
  return field
}

function decorate({ doc }: EditorState, { chips }: ChipTable): DecorationSet {
  const text = doc.toString()
  const ranges = []
  for (let at = 0; at < text.length; at++) {
    const chip = chips.get(text.charAt(at))
    if (chip !== undefined) ranges.push(Decoration.replace({ widget: createWidget(chip) }).range(at, at + 1))
  }
  return Decoration.set(ranges)
}

/** CodeMirror's widgets are classes. */
class ChipWidget extends WidgetType {
  readonly chip: Chip

  constructor(chip: Chip) {
    super()
    this.chip = chip
  }

  override eq(other: ChipWidget): boolean {
    return other.chip === this.chip
  }

  toDOM(): HTMLElement {
    const { code } = this.chip
    const element = document.createElement('span')
    element.className = `${chipClass(code)}${this.chip.isOfSource ? '' : ' chip-surplus'}`
    element.setAttribute('role', 'img')
    element.setAttribute('aria-label', chipName(code))
    element.title = code.literal
    element.textContent = chipText(code)
    return element
  }
}

function createWidget(chip: Chip): WidgetType {
  return new ChipWidget(chip)
}

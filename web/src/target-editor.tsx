import type { EditorView } from '@codemirror/view'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PatternView, SegmentView } from '../../src/pipeline/review/review-view.ts'
import { chipClass, chipName, chipText } from './chip-label.ts'
import { type Chip, createChipTable, toPattern, toText } from './chip-table.ts'
import { createEditor } from './create-editor.ts'
import { t } from './i18n.ts'
import { insertion } from './insertion.ts'
import { approve } from './store/act.ts'
import { discardEdit, finishEditing, setDraft } from './store/edit.ts'
import { move } from './store/navigate.ts'
import { project } from './store/state.ts'

interface Properties {
  readonly segment: SegmentView
}

/** The editor of the active segment: with chips, or as Markdown for whoever needs to change the markup itself. */
export function TargetEditor({ segment }: Properties) {
  const [isMarkdown, setMarkdown] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a click in the editor from reaching the segment
    <div
      class="editor"
      onClick={event => event.stopPropagation()}
      onKeyDown={event => event.stopPropagation()}
    >
      {isMarkdown ? <MarkdownEditor segment={segment} /> : <ChipEditor segment={segment} />}
      <label class="editor-mode">
        <input
          type="checkbox"
          checked={isMarkdown}
          onChange={event => {
            setDraft(undefined)
            setMarkdown(event.currentTarget.checked)
          }}
        />
        {t('segment.markdown')}
      </label>
    </div>
  )
}

function ChipEditor({ segment }: Properties) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | undefined>(undefined)
  // The editor stays as it is while the segment is drawn again.
  const [initial] = useState(segment)
  const table = useMemo(() => createChipTable(initial.source, textOf(initial)), [initial])
  const [missing, setMissing] = useState<readonly Chip[]>([])

  // Before the next key comes: it is meant for the editor.
  useLayoutEffect(() => {
    if (host.current === null) return
    const start = toText(textOf(initial), table)
    const update = (text: string) => setMissing(missingFrom(text, [...table.chips.values()]))
    update(start)
    const view = createEditor({
      parent: host.current,
      text: start,
      table,
      label: t('segment.editorLabel', { number: initial.index + 1 }),
      locale: project.value?.target ?? '',
      onChange: text => {
        setDraft(text === start ? undefined : toPattern(text, table))
        update(text)
      },
      onKey: event => onKey(event, initial, insert),
    })
    const insert = (text: string) => insertText(view, text)
    editor.current = view
    insertion.handler = insert
    return () => {
      if (insertion.handler === insert) insertion.handler = undefined
      view.destroy()
    }
  }, [initial, table])

  return (
    <>
      <div class="editor-text" ref={host} />
      {missing.length > 0 && (
        <ul class="palette" aria-label={t('segment.codes')}>
          {missing.map(chip => (
            <li key={chip.character}>
              <button
                type="button"
                aria-label={t('segment.insertCode', { code: chipName(chip.code) })}
                title={chip.code.literal}
                onClick={() => {
                  if (editor.current !== undefined)
                    insertChip(editor.current, chip, [...table.chips.values()])
                }}
              >
                <span class={chipClass({ ...chip.code, form: 'standalone' })}>{chipText(chip.code)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What editing starts from: what approving would put there. */
function textOf({ proposal, target }: SegmentView): PatternView {
  return proposal?.pattern ?? target ?? []
}

function MarkdownEditor({ segment }: Properties) {
  const [initial] = useState(segment)
  const area = useRef<HTMLTextAreaElement>(null)
  const start = initial.proposal?.fragment ?? initial.targetFragment ?? ''
  useLayoutEffect(() => {
    const element = area.current
    element?.focus()
    const insert = (text: string) => {
      if (element === null) return
      element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end')
      element.dispatchEvent(new InputEvent('input'))
    }
    insertion.handler = insert
    return () => {
      if (insertion.handler === insert) insertion.handler = undefined
    }
  }, [])
  return (
    <textarea
      ref={area}
      class="editor-markdown"
      aria-label={t('segment.editorLabel', { number: initial.index + 1 })}
      lang={project.value?.target}
      rows={3}
      defaultValue={start}
      onInput={event => {
        const { value } = event.currentTarget
        const text = value.replace(/\s*\n\s*/g, ' ')
        setDraft(text === start ? undefined : text)
      }}
      onKeyDown={event => {
        onKey(event, initial, text => insertion.handler?.(text))
      }}
    />
  )
}

/** Codes of the source that the text lacks; of a pair, its first half. */
function missingFrom(text: string, chips: readonly Chip[]): readonly Chip[] {
  return chips.filter(
    ({ code, character, isOfSource }) => isOfSource && code.form !== 'close' && !text.includes(character),
  )
}

function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input', scrollIntoView: true })
  view.focus()
}

/** Puts a code at the cursor; both halves of a pair around what is selected. */
function insertChip(view: EditorView, chip: Chip, chips: readonly Chip[]): void {
  const { from, to } = view.state.selection.main
  const end = chips.find(({ pair, code }) => pair === chip.pair && code.form === 'close')
  const changes =
    chip.code.form === 'open' && end !== undefined
      ? [
          { from, insert: chip.character },
          { from: to, insert: end.character },
        ]
      : [{ from, to, insert: chip.character }]
  view.dispatch({ changes, userEvent: 'input', selection: { anchor: to + 1 } })
  view.focus()
}

function onKey(event: KeyboardEvent, segment: SegmentView, insert: (text: string) => void): boolean {
  const command = event.ctrlKey || event.metaKey
  const run = (action: () => unknown) => {
    event.preventDefault()
    event.stopPropagation()
    void action()
    return true
  }
  if (command && event.key === 'Enter') return run(approve)
  if (command && event.key.toLowerCase() === 's') return run(() => finishEditing())
  if (event.key === 'Enter') return run(() => undefined)
  if (event.key === 'Escape') return run(event.shiftKey ? discardEdit : leave)
  if (event.altKey && event.key === 'ArrowDown') return run(() => move(1))
  if (event.altKey && event.key === 'ArrowUp') return run(() => move(-1))
  if (event.altKey && /^[1-9]$/.test(event.key)) {
    const term = segment.terms[Number(event.key) - 1]
    return term === undefined ? false : run(() => insert(term.target))
  }
  return false
}

async function leave(): Promise<void> {
  await finishEditing()
  await move(0)
}

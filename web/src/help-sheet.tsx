import { t } from './i18n.ts'
import { Modal } from './modal.tsx'
import { areSingleKeysOn, focusRequests, isHelpOpen } from './store/state.ts'

const reading = [
  ['next', 'j', '↓'],
  ['previous', 'k', '↑'],
  ['approve', 'a', 'Ctrl ⏎'],
  ['edit', 'e', '⏎'],
  ['keep', 'm'],
  ['suggestion', 's'],
  ['copySource', 'c'],
  ['undo', 'u', 'Ctrl Z'],
  ['reopen', 'r'],
  ['approvePage', '⇧ A'],
  ['pages', '[', ']'],
  ['search', '/', 'Ctrl K'],
  ['preview', 'v'],
  ['help', '?'],
] as const

const editing = [
  ['approve', 'Ctrl ⏎'],
  ['finish', 'Esc', 'Ctrl S'],
  ['discard', '⇧ Esc'],
  ['next', 'Alt ↓'],
  ['previous', 'Alt ↑'],
  ['insertTerm', 'Alt 1–9'],
] as const

/** All keys. Those of a single letter can be turned off, for people who speak to their computer. */
export function HelpSheet() {
  const close = () => {
    isHelpOpen.value = false
    focusRequests.value++
  }
  return (
    <Modal title={t('help.title')} onClose={close}>
      <div class="help">
        <Keys title={t('help.reading')} rows={reading} />
        <Keys title={t('help.editing')} rows={editing} />
      </div>
      <label>
        <input
          type="checkbox"
          checked={areSingleKeysOn.value}
          onChange={event => {
            areSingleKeysOn.value = event.currentTarget.checked
            localStorage.setItem('verso-keys', event.currentTarget.checked ? 'yes' : 'no')
          }}
        />
        {t('help.singleKeys')}
      </label>
      <div class="actions">
        <button type="button" class="button main" onClick={close}>
          {t('dialog.close')}
        </button>
      </div>
    </Modal>
  )
}

interface KeysProperties {
  readonly title: string
  readonly rows: readonly (readonly [string, ...string[]])[]
}

function Keys({ title, rows }: KeysProperties) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {rows.map(([name, ...keys]) => (
          <div key={name}>
            <dt>{t(`help.${name}`)}</dt>
            <dd>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

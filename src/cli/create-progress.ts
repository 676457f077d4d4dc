import type { Progress } from '../pipeline/progress.ts'

/**
 * A line on stderr that is rewritten as the run goes on. On anything but a terminal, or with `quiet`, it shows nothing.
 */
export function createProgress(quiet: boolean): Progress & { readonly end: () => void } {
  const stream = process.stderr
  if (quiet || !stream.isTTY) {
    return { update: () => undefined, note: () => undefined, end: () => undefined }
  }
  let pages = ''
  const show = (line: string) => stream.write(`\r\u001b[2K${line.slice(0, stream.columns - 1)}`)
  return {
    update(state) {
      pages = `${state.locale}  ${state.page}/${state.pages} pages  ${state.segments} segments`
      show(pages)
    },
    note: text => void show([pages, text].filter(Boolean).join('  ')),
    end() {
      stream.write('\r\u001b[2K')
    },
  }
}

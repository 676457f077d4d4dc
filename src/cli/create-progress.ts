import type { Progress } from '../pipeline/progress.ts'

/**
 * A line on stderr that is rewritten as the run goes on. On anything but a terminal, or with `quiet`, it shows nothing.
 */
export function createProgress(quiet: boolean): Progress & { readonly end: () => void } {
  const stream = process.stderr
  if (quiet || !stream.isTTY) return { update: () => undefined, end: () => undefined }
  return {
    update({ locale, page, pages, segments }) {
      const line = `${locale}  ${page}/${pages} pages  ${segments} segments`
      stream.write(`\r\u001b[2K${line.slice(0, stream.columns - 1)}`)
    },
    end() {
      stream.write('\r\u001b[2K')
    },
  }
}

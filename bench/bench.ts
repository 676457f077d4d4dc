import { execFileSync, spawnSync } from 'node:child_process'
import {
  accessSync,
  appendFileSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureReview, type ReviewMeasures } from './measure-review.ts'

/**
 * Speed and memory of `verso translate --engine identity`, and how long a reviewer waits for `verso review`, on a folder of pages, replicated, against two baselines of
 * the same run: reading the files, and parsing them with the bare remark parser. Verso's times are of whole processes,
 * the baselines' leave their start-up out.
 *
 * The pages are put in memory where there is a file system for that (`--in` names another folder): a disk's file system
 * may take longer to make files than all else takes, above all where many were removed just before. For that reason
 * every cold run has a folder of its own, too, and nothing is removed until the end.
 *
 *     npm run bench -- --from content/fr --pages 3060
 */
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: 'content/fr' },
    in: { type: 'string', default: isWritable('/dev/shm') ? '/dev/shm' : tmpdir() },
    pages: { type: 'string', default: '1000' },
  },
})

const program = resolve('dist/cli/main.js')
const baselines = resolve('bench/baselines.ts')
const oneCore = hasTaskset() ? ['taskset', '-c', '0'] : []
const workshop = mkdtempSync(join(values.in, 'verso-bench-'))
try {
  const pages = Number(values.pages)
  const small = measure(join(workshop, 'small'), Math.ceil(pages / 4))
  const full = measure(join(workshop, 'full'), pages)
  print(full, small)
  printReview(await measureReview(join(workshop, 'full'), program), full)
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

interface Measures {
  readonly pages: number
  readonly megabytes: number
  readonly read: number
  readonly parse: number
  readonly coldOne: Timed
  readonly coldAll: Timed
  readonly unchanged: Timed
  readonly onePage: Timed
}

/** Of a whole process: wall time in ms, peak memory of it in MB. */
interface Timed {
  readonly ms: number
  readonly peak: number
}

function measure(root: string, pages: number): Measures {
  const megabytes = replicate(root, pages)
  const source = join(root, 'content/fr')
  const baseline = (kind: string) => {
    const [command = 'node', ...args] = [
      ...oneCore,
      process.execPath,
      '--import',
      'tsx',
      baselines,
      kind,
      source,
    ]
    return Number(execFileSync(command, args, { encoding: 'utf8' }))
  }
  const read = baseline('read')
  const parse = baseline('parse')
  const coldOne = translate(root, oneCore)
  const unchanged = translate(root, oneCore)
  appendFileSync(firstPage(source), '\nUne phrase de plus.\n')
  const onePage = translate(root, oneCore)
  const second = `${root}-again`
  replicate(second, pages)
  const coldAll = translate(second, [])
  return { pages, megabytes, read, parse, coldOne, coldAll, unchanged, onePage }
}

/** Copies the pages of `--from` over and over, each copy with a title of its own, until there are enough. */
function replicate(root: string, pages: number): number {
  const originals = readdirSync(values.from, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.md') && (values.from.endsWith('/fr') || name.includes('/fr/')),
  )
  let bytes = 0
  for (let n = 0; n < pages; n++) {
    const original = originals[n % originals.length] ?? ''
    const file = join(root, 'content/fr', String(Math.floor(n / originals.length)), original)
    mkdirSync(dirname(file), { recursive: true })
    cpSync(join(values.from, original), file)
    bytes += readFileSync(file).length
  }
  writeFileSync(join(root, 'verso.config.yaml'), 'source: fr\ntargets: [en]\n')
  return bytes / 1e6
}

function firstPage(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return join(folder, names.find(name => name.endsWith('.md')) ?? '')
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function translate(root: string, pin: readonly string[]): Timed {
  const report = join(root, 'peak')
  const timer = ['/usr/bin/time', '-f', '%M', '-o', report]
  const canTime = spawnSync('/usr/bin/time', ['--version']).status === 0
  const [command = 'node', ...args] = [
    ...(canTime ? timer : []),
    ...pin,
    process.execPath,
    program,
    'translate',
    'en',
    '--engine',
    'identity',
    '--quiet',
    '--root',
    root,
  ]
  const start = performance.now()
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const ms = performance.now() - start
  return { ms, peak: canTime ? Number(readFileSync(report, 'utf8')) / 1024 : Number.NaN }
}

function hasTaskset(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0
}

function print(full: Measures, small: Measures): void {
  const pinned = oneCore.length > 0 ? 'one core' : 'unpinned: taskset is not here'
  console.log(
    `${full.pages} pages, ${full.megabytes.toFixed(1)} MB in ${values.in}; whole processes, wall time; ${pinned}`,
  )
  const row = (name: string, ms: number) =>
    console.log(
      `${name.padEnd(34)} ${(ms / 1000).toFixed(2).padStart(8)} s   ${(ms / full.parse).toFixed(2).padStart(6)} × bare parse   ${(ms / full.read).toFixed(1).padStart(7)} × reading`,
    )
  row('reading the files (one core)', full.read)
  row('bare remark + gfm parse (one core)', full.parse)
  row('verso cold (one core)', full.coldOne.ms)
  row('verso cold (all cores)', full.coldAll.ms)
  row('verso unchanged (one core)', full.unchanged.ms)
  row('verso, one page changed (one core)', full.onePage.ms)
  console.log(`unchanged / cold, one core: ${(full.unchanged.ms / full.coldOne.ms).toFixed(3)}`)
  const factor = full.pages / small.pages
  console.log(
    `${factor.toFixed(1)} × the pages: ${(full.coldOne.ms / small.coldOne.ms).toFixed(2)} × the time, ${(full.coldOne.peak / small.coldOne.peak).toFixed(2)} × the memory (${small.coldOne.peak.toFixed(0)} → ${full.coldOne.peak.toFixed(0)} MB)`,
  )
}

/** Beside the bare parse of one page: a reviewer waits for one at a time. */
function printReview(measures: ReviewMeasures, { pages, parse }: Measures): void {
  const row = (name: string, ms: number) =>
    console.log(
      `${name.padEnd(34)} ${ms.toFixed(0).padStart(8)} ms  ${(ms / (parse / pages)).toFixed(1).padStart(6)} × bare parse of a page`,
    )
  row('review: from start to first answer', measures.start)
  row('review: first page', measures.firstPage)
  row('review: save, other pages read', measures.saveWhileReading)
  row('review: save', measures.save)
  console.log(`review: all pages read / bare parse: ${(measures.allRead / parse).toFixed(1)}`)
}

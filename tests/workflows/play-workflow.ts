import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { parse } from 'yaml'

interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } }
  readonly env?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

type Outcome = 'success' | 'failure' | 'skipped'
type Outputs = Readonly<Record<string, string>>
type Contexts = Readonly<Record<string, unknown>>

/** What happened, and where. */
export interface Play {
  readonly event: 'push' | 'pull_request'
  /** The commit that was pushed. */
  readonly sha: string
  /** A bare repository. */
  readonly origin: string
  /** A folder for the jobs' machines. */
  readonly folder: string
  /** Commands that come before those of this machine: `gh`, and an `npm` that installs what is under test. */
  readonly bin: string
  readonly env: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** Called before a job, for what happens meanwhile. */
  readonly before?: (job: string) => Promise<void> | undefined
}

/** What a job came to, and all that its steps printed. */
interface PlayedJob {
  readonly result: Outcome
  readonly outputs: Outputs
  readonly log: string
}

/**
 * Plays a workflow file as a runner would, step by step, each job in a folder of its own: `run` steps in bash, and of the
 * actions, those of GitHub that check out, set up Node, and keep artifacts.
 *
 * @returns what each job came to
 */
export async function playWorkflow(file: string, play: Play): Promise<ReadonlyMap<string, PlayedJob>> {
  const workflow = parse(await readFile(file, 'utf8')) as { jobs: Readonly<Record<string, Job>> }
  const artifacts = await mkdtemp(join(play.folder, 'artifacts-'))
  const played = new Map<string, PlayedJob>()
  for (const [name, job] of Object.entries(workflow.jobs)) {
    await play.before?.(name)
    const names = typeof job.needs === 'string' ? [job.needs] : (job.needs ?? [])
    const needed = names.map(need => [need, played.get(need)] as const)
    const contexts = {
      github: { event_name: play.event, ref: 'refs/heads/main', token: 'a-token' },
      needs: Object.fromEntries(needed),
      secrets: play.secrets,
    }
    const isReady = needed.every(([, need]) => need?.result === 'success')
    if (!(job.if?.includes('cancelled()') || isReady) || !isTrue(job.if, contexts)) {
      played.set(name, { result: 'skipped', outputs: {}, log: '' })
      continue
    }
    const parts = job.strategy?.matrix.part ?? [0]
    const runs = await Promise.all(
      parts.map(part =>
        playJob(job, play, artifacts, {
          ...contexts,
          matrix: { part },
          strategy: { 'job-total': parts.length },
        }),
      ),
    )
    played.set(name, {
      result: runs.every(({ result }) => result === 'success') ? 'success' : 'failure',
      outputs: Object.assign({}, ...runs.map(({ outputs }) => outputs)),
      log: runs.map(({ log }) => log).join(''),
    })
  }
  return played
}

async function playJob(job: Job, play: Play, artifacts: string, given: Contexts): Promise<PlayedJob> {
  const machine = await mkdtemp(join(play.folder, 'job-'))
  const temp = join(machine, 'temp')
  const work = join(machine, 'work')
  await mkdir(temp)
  await mkdir(work)
  const contexts: Contexts = { ...given, runner: { temp } }
  const steps: Record<string, { readonly outputs: Outputs }> = {}
  let result: Outcome = 'success'
  let log = ''
  for (const [index, step] of job.steps.entries()) {
    const now = { ...contexts, steps }
    if (result === 'failure' && !step.if?.includes('cancelled()')) continue
    if (!isTrue(step.if, now)) continue
    const env = { ...evaluated(job.env ?? {}, now), ...evaluated(step.env ?? {}, now) }
    if (step.uses !== undefined) {
      await useAction(step.uses, evaluated(step.with ?? {}, now), { work, artifacts, play })
      continue
    }
    const outputFile = join(temp, `output-${index}`)
    await writeFile(outputFile, '')
    const ended = await bash(String(evaluate(step.run ?? '', now)), work, {
      ...play.env,
      ...env,
      PATH: `${play.bin}:${process.env.PATH}`,
      GITHUB_OUTPUT: outputFile,
      GITHUB_SHA: play.sha,
      GITHUB_REPOSITORY: 'team/guides',
      GITHUB_STEP_SUMMARY: join(machine, 'summary.md'),
      RUNNER_TEMP: temp,
    })
    log += ended.output
    if (ended.code !== 0) result = 'failure'
    if (step.id !== undefined) steps[step.id] = { outputs: outputsIn(await readFile(outputFile, 'utf8')) }
  }
  return { result, outputs: evaluated(job.outputs ?? {}, { ...contexts, steps }), log }
}

interface Machine {
  readonly work: string
  readonly artifacts: string
  readonly play: Play
}

async function useAction(uses: string, given: Outputs, { work, artifacts, play }: Machine): Promise<void> {
  switch (uses.split('@')[0]) {
    case 'actions/checkout': {
      const commands = `git clone --quiet "$ORIGIN" . && git checkout --quiet --detach "$REF"`
      const { code, output } = await bash(commands, work, {
        ...play.env,
        ORIGIN: play.origin,
        REF: given.ref ?? play.sha,
        PATH: process.env.PATH ?? '',
      })
      if (code !== 0) throw new Error(output)
      return
    }
    case 'actions/setup-node':
      return
    case 'actions/upload-artifact':
      return cp(given.path ?? '', join(artifacts, given.name ?? ''), { recursive: true })
    case 'actions/download-artifact':
      for (const part of ['part-1', 'part-2'])
        await cp(join(artifacts, part), given.path ?? '', { recursive: true })
      return
    default:
      throw new Error(`The action ${uses} is not known here.`)
  }
}

function bash(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((done, fail) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text
      })
    }
    child.once('error', fail)
    child.once('close', code => done({ code, output }))
  })
}

function outputsIn(text: string): Outputs {
  const lines = text.split('\n').filter(line => line.includes('='))
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

function isTrue(condition: string | undefined, contexts: Contexts): boolean {
  return condition === undefined || Boolean(inContext(condition, contexts))
}

function evaluated(values: Readonly<Record<string, string>>, contexts: Contexts): Outputs {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, evaluate(String(value), contexts)]),
  )
}

function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    String(inContext(expression, contexts) ?? ''),
  )
}

/** GitHub's expressions, as far as they are also JavaScript's; `job-total` is the one name that isn't. */
function inContext(expression: string, contexts: Contexts): unknown {
  const script = expression.replace(/\.([a-z]+-[a-z]+)/g, "['$1']")
  return runInNewContext(script, { ...contexts, cancelled: () => false })
}

import type { FrontMatterAction, FrontMatterRule } from '../../model.ts'

interface CompiledRule {
  readonly matches: RegExp
  /** Steps without a wildcard, then steps at all: the most specific rule has the most. */
  readonly literals: number
  readonly steps: number
  readonly action: FrontMatterAction
}

const compiled = new WeakMap<readonly FrontMatterRule[], readonly CompiledRule[]>()

/**
 * What becomes of the value at `path` (`meta.title`, `items.0.text`) of front matter or of a content file. In a rule, `*`
 * stands for one step and `**` for any number of them (at its end, for one at least); a lone `*` matches everything. The most specific rule wins (the one with more
 * steps spelt out), of two alike the later; a value that no rule matches is kept.
 */
export function frontMatterAction(path: string, rules: readonly FrontMatterRule[]): FrontMatterAction {
  let all = compiled.get(rules)
  if (all === undefined) {
    all = rules.map(compile)
    compiled.set(rules, all)
  }
  let best: CompiledRule | undefined
  for (const rule of all) {
    if (!rule.matches.test(path)) continue
    if (best === undefined || rule.literals > best.literals) best = rule
    else if (rule.literals === best.literals && rule.steps >= best.steps) best = rule
  }
  return best?.action ?? 'keep'
}

function compile({ path, action }: FrontMatterRule): CompiledRule {
  if (path === '*' || path === '**') return { matches: /^/, literals: 0, steps: 0, action }
  const steps = path.split('.')
  const pattern = steps.map((step, index) => {
    const isLast = index === steps.length - 1
    if (step === '**') return isLast ? '.+' : '(?:.+\\.)?'
    const literal = step.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\\*', '[^.]*')
    return isLast ? literal : `${literal}\\.`
  })
  return {
    matches: new RegExp(`^${pattern.join('')}$`, 'su'),
    literals: steps.filter(step => !step.includes('*')).length,
    steps: steps.filter(step => step !== '**').length,
    action,
  }
}

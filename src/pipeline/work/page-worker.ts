import { createLocalWork } from './create-local-work.ts'
import type { LaneTask } from './page-task.ts'

const work = createLocalWork()

/** The thread's side of `createThreadedWork`. Its pages stay open from one task to the next. */
export function runTask({ closed, task }: LaneTask): unknown {
  for (const page of closed) work.close(page)
  switch (task.type) {
    case 'open':
      return work.open(task.page, task.text, task.options)
    case 'extract':
      return work.extract(task.text, task.options)
    case 'compose':
      return work.compose(task.composition)
  }
}

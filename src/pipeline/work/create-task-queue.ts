import { queueOptionsSymbol, type TaskQueue } from 'piscina'

type Task = Parameters<TaskQueue['push']>[0]

/**
 * The tasks that wait for a thread, urgent ones first: a page is written before those that are read ahead are taken
 * apart. Otherwise a thread's work and that of the thread that waits for it would take turns.
 */
export function createTaskQueue(): TaskQueue {
  const urgent: Task[] = []
  const others: Task[] = []
  const listOf = (task: Task): Task[] => {
    const options = task[queueOptionsSymbol] as { readonly isUrgent?: boolean } | null
    return options?.isUrgent === true ? urgent : others
  }
  return {
    get size() {
      return urgent.length + others.length
    },
    push(task) {
      listOf(task).push(task)
    },
    shift() {
      return urgent.shift() ?? others.shift() ?? null
    },
    remove(task) {
      const list = listOf(task)
      const at = list.indexOf(task)
      if (at !== -1) list.splice(at, 1)
    },
  }
}

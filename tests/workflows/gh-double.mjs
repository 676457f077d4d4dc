// What the workflow asks of GitHub's command: pull requests and their comments, kept in the file $GH_DOUBLE.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = process.env.GH_DOUBLE
const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { pulls: [], comments: [] }
const args = process.argv.slice(2)
const option = name => args[args.indexOf(name) + 1]
const body = () => readFileSync(option('--body-file'), 'utf8')
const [first, second] = args

if (process.env.GH_TOKEN !== 'a-token') fail('no token')
if (first === 'pr' && second === 'list') {
  const open = state.pulls.find(({ head, isOpen }) => isOpen && head === option('--head'))
  if (open !== undefined) console.log(open.number)
} else if (first === 'pr' && second === 'create') {
  state.pulls.push({ number: state.pulls.length + 1, head: option('--head'), isOpen: true })
} else if (first === 'pr' && second === 'comment') {
  if (body().length > 65_536) fail('too long')
  state.comments.push({ id: 100 + state.comments.length, pull: Number(args[2]), body: body() })
} else if (first === 'api' && args.includes('PATCH')) {
  const id = Number(
    args
      .find(arg => arg.startsWith('repos/'))
      .split('/')
      .at(-1),
  )
  state.comments.find(comment => comment.id === id).body = readFileSync(
    option('--field').slice('body=@'.length),
    'utf8',
  )
} else if (first === 'api') {
  const pull = Number(second.split('/').at(-2))
  for (const comment of state.comments)
    if (comment.pull === pull && comment.body.startsWith('<!-- verso -->')) console.log(comment.id)
} else fail(`unknown: ${args.join(' ')}`)
writeFileSync(file, JSON.stringify(state))

function fail(message) {
  console.error(message)
  process.exit(1)
}

import { render } from 'preact'
import { App } from './app.tsx'
import { followDraft } from './draft-findings.ts'
import { listenToKeys } from './listen-to-keys.ts'
import { start } from './store/start.ts'
import { followSuggestions } from './suggestions.ts'
import './styles.css'

const root = document.getElementById('app')
if (root !== null) render(<App />, root)
listenToKeys()
followSuggestions()
followDraft()
await start()

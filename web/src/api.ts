import type {
  Decision,
  DecisionResult,
  FindingView,
  PageView,
  PatternView,
  ProjectView,
  ReviewEvent,
  SearchResult,
  SuggestionView,
} from '../../src/pipeline/review/review-view.ts'

/** The server, as the page talks to it. Each call throws when there is no answer. */
export const api = {
  project: () => get<ProjectView>('/api/project'),
  page: (page: string) =>
    get<PageView | { readonly type: 'missing' }>(`/api/page?page=${encodeURIComponent(page)}`),
  preview: (page: string) => get<{ readonly html: string }>(`/api/preview?page=${encodeURIComponent(page)}`),
  suggestions: (page: string, index: number) =>
    get<readonly SuggestionView[]>(`/api/suggestions?page=${encodeURIComponent(page)}&index=${index}`),
  search: (query: string) => get<SearchResult>(`/api/search?q=${encodeURIComponent(query)}`),
  check: (page: string, index: number, target: PatternView | string) =>
    post<readonly FindingView[]>('/api/check', { page, index, target }),
  decide: (page: string, decisions: readonly Decision[]) =>
    post<DecisionResult>('/api/decide', { page, decisions }),
  undo: (id: string) => post<DecisionResult>('/api/undo', { id }),
  events,
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path)
  return response.json()
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

/** Listens to what happens on the other side; the browser connects again by itself. */
function events(onEvent: (event: ReviewEvent) => void, onConnection: (isUp: boolean) => void): void {
  const source = new EventSource('/api/events')
  source.onmessage = ({ data }) => onEvent(JSON.parse(data))
  source.onopen = () => onConnection(true)
  source.onerror = () => onConnection(false)
}

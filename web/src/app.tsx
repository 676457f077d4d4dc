import { ConfirmPage } from './confirm-page.tsx'
import { countOf, type Filter, filters } from './filters.ts'
import { HelpSheet } from './help-sheet.tsx'
import { language, languages, setLanguage, t } from './i18n.ts'
import { PageList } from './page-list.tsx'
import { Preview } from './preview.tsx'
import { SearchPanel } from './search-panel.tsx'
import { SegmentList } from './segment-list.tsx'
import { undo } from './store/act.ts'
import { setFilter } from './store/navigate.ts'
import {
  arePagesShown,
  filter,
  isConfirming,
  isHelpOpen,
  isPreviewShown,
  notice,
  pages,
  togglePreview,
  view,
} from './store/state.ts'

/** The whole page: pages left, segments in the middle, the preview right. */
export function App() {
  return (
    <div
      class={`app${isPreviewShown.value ? ' with-preview' : ''}${arePagesShown.value ? ' with-pages' : ''}`}
    >
      <a class="skip" href="#segments">
        {t('app.skip')}
      </a>
      <Header />
      <nav class="pages" aria-label={t('app.pages')}>
        <Filters />
        <PageList />
      </nav>
      <main>
        <PageHead />
        <SegmentList />
      </main>
      {isPreviewShown.value && (
        <aside class="preview" aria-label={t('app.preview')}>
          <Preview />
        </aside>
      )}
      <NoticeBar />
      {isHelpOpen.value && <HelpSheet />}
      {isConfirming.value && <ConfirmPage />}
    </div>
  )
}

function Header() {
  return (
    <header class="top">
      <button
        type="button"
        class="button pages-button"
        aria-label={t('app.menu')}
        aria-expanded={arePagesShown.value}
        onClick={() => {
          arePagesShown.value = !arePagesShown.value
        }}
      >
        ☰
      </button>
      <h1>
        Verso <span>{t('app.title')}</span>
      </h1>
      <TotalProgress />
      <SearchPanel />
      <button type="button" class="button" onClick={() => void undo()}>
        {t('segment.undo')}{' '}
        <span class="key" aria-hidden="true">
          u
        </span>
      </button>
      <button
        type="button"
        class="button"
        aria-label={t('help.open')}
        title={t('help.open')}
        onClick={() => {
          isHelpOpen.value = true
        }}
      >
        ?
      </button>
      <select
        aria-label={t('language.label')}
        value={language.value}
        onChange={event => setLanguage(event.currentTarget.value)}
      >
        {languages.map(one => (
          <option key={one} value={one} lang={one}>
            {t(`language.${one}`)}
          </option>
        ))}
      </select>
    </header>
  )
}

function TotalProgress() {
  const summaries = pages.value.flatMap(({ summary }) => summary ?? [])
  const done = summaries.reduce((sum, summary) => sum + summary.done, 0)
  const total = summaries.reduce((sum, { segments }) => sum + segments, 0)
  return (
    <p class="total">
      <progress max={Math.max(total, 1)} value={done} aria-label={t('progress.of', { done, total })} />
      <span>
        {summaries.length < pages.value.length
          ? t('progress.reading', { read: summaries.length, total: pages.value.length })
          : t('progress.of', { done, total })}
      </span>
    </p>
  )
}

function Filters() {
  const counts = (one: Filter) =>
    pages.value.reduce((sum, { summary }) => sum + (summary === undefined ? 0 : countOf(summary, one)), 0)
  return (
    <fieldset class="filters">
      <legend class="only-read">{t('filter.label')}</legend>
      {filters.map(one => (
        <label key={one} class={filter.value === one ? 'filter filter-on' : 'filter'}>
          <input
            type="radio"
            name="filter"
            class="only-read"
            value={one}
            checked={filter.value === one}
            onChange={() => void setFilter(one)}
          />
          {t(`filter.${one}`)} <span class="count">{counts(one)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function PageHead() {
  const summary = view.value?.summary
  if (summary === undefined) return null
  const { title, file, done, segments } = summary
  return (
    <div class="page-head">
      <div class="page-name">
        <h2>{title === '' ? summary.page : title}</h2>
        <p>
          {file} · {t('progress.of', { done, total: segments })}
        </p>
      </div>
      <button
        type="button"
        class="button"
        onClick={() => {
          isConfirming.value = true
        }}
      >
        {t('page.approveAll')}{' '}
        <span class="key" aria-hidden="true">
          ⇧ A
        </span>
      </button>
      <button type="button" class="button" aria-pressed={isPreviewShown.value} onClick={togglePreview}>
        {t('app.preview')}{' '}
        <span class="key" aria-hidden="true">
          v
        </span>
      </button>
      {view.value !== undefined && view.value.findings.length > 0 && (
        <ul class="findings" aria-label={t('page.findings')}>
          {view.value.findings.map(({ code, severity, message }) => (
            <li key={`${code} ${message}`} class={`finding finding-${severity}`}>
              {message} <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What was done last, read aloud by screen readers; problems stay until they are dismissed. */
function NoticeBar() {
  const current = notice.value
  return (
    <div class={`notice ${current === undefined ? '' : `notice-${current.type}`}`}>
      <p role="status" aria-live="polite">
        {current?.text}
      </p>
      {current !== undefined && (
        <button
          type="button"
          class="button"
          aria-label={t('dialog.dismiss')}
          onClick={() => {
            notice.value = undefined
          }}
        >
          ×
        </button>
      )}
    </div>
  )
}

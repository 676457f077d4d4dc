import { t } from './i18n.ts'
import { PatternText } from './pattern-text.tsx'
import { take } from './store/act.ts'
import { project } from './store/state.ts'
import { suggestions } from './suggestions.ts'

/** What helps to decide on the active segment: suggestions, with how sure they are. */
export function SegmentNotes() {
  if (suggestions.value.length === 0) return null
  return (
    <section class="notes" aria-label={t('segment.suggestions')}>
      <h3>{t('segment.suggestions')}</h3>
      <ul>
        {suggestions.value.map(({ fragment, pattern, origin, score, source }, index) => (
          <li key={fragment} class="suggestion">
            <button
              type="button"
              class="button"
              onClick={event => {
                event.stopPropagation()
                void take(fragment)
              }}
            >
              <span class="only-read">{`${t('segment.use')} ${index + 1} `}</span>
              {score === undefined ? '' : t('segment.score', { score })}{' '}
              {index === 0 && (
                <span class="key" aria-hidden="true">
                  s
                </span>
              )}
            </button>
            <div>
              <p class="text" lang={project.value?.target}>
                <PatternText pattern={pattern} />
              </p>
              <p class="suggestion-origin">
                {t(`origin.${origin}`)}
                {source === undefined ? '' : ` · ${source}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

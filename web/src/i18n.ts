import { signal } from '@preact/signals'
import i18next from 'i18next'
import en from '../locales/en.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }

export const languages = ['fr', 'en'] as const
type Language = (typeof languages)[number]

const stored = localStorage.getItem('verso-language')
const wanted = [stored, ...navigator.languages].map(tag => tag?.slice(0, 2))

/** The interface's language; reading it in a component has it drawn again when it changes. */
export const language = signal<Language>(
  languages.find(one => one === wanted.find(tag => isLanguage(tag))) ?? 'en',
)

i18next.init({
  lng: language.value,
  fallbackLng: 'en',
  resources: { fr: { translation: fr }, en: { translation: en } },
  interpolation: { escapeValue: false },
})
document.documentElement.lang = language.value

/** A text of the interface in its present language. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return i18next.t(key, { ...values, lng: language.value })
}

export function setLanguage(next: string): void {
  if (!isLanguage(next)) return
  localStorage.setItem('verso-language', next)
  document.documentElement.lang = next
  language.value = next
}

function isLanguage(tag: string | null | undefined): tag is Language {
  return languages.some(one => one === tag)
}

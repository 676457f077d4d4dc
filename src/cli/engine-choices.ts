/** What `--engine` takes. */
export const engineChoices = [
  'deepl',
  'draft',
  'memory',
  'libretranslate',
  'openai',
  'identity',
  'pseudo',
] as const

export type EngineChoice = (typeof engineChoices)[number]

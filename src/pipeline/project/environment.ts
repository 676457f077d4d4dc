/** The variables that Verso reads. One that is set but empty is kept, so that it can be told from one that is not. */
export type Environment = Readonly<Partial<Record<EnvironmentVariable, string>>>

export type EnvironmentVariable =
  | 'DEEPL_AUTH_KEY'
  | 'DEEPL_SERVER_URL'
  | 'LIBRETRANSLATE_URL'
  | 'LIBRETRANSLATE_API_KEY'
  | 'OPENAI_BASE_URL'
  | 'OPENAI_API_KEY'
  | 'OPENAI_MODEL'

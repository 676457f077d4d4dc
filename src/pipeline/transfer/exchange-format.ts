export type ExchangeFormat = 'xliff' | 'tmx'

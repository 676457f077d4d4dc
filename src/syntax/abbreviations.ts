/** The abbreviations of a language, in lower case and without their final full stop. */
export interface Abbreviations {
  /** Always followed by what they introduce (`cf.`, `Mme`): never the end of a sentence. */
  readonly leading: ReadonlySet<string>
  /** May stand last (`etc.`, `Inc.`): they end the sentence when a capital letter or an inline code follows. */
  readonly trailing: ReadonlySet<string>
  /** Words of the trade that get shortened: as `trailing` in lower case (`le code réf.`), as `leading` in a name (`Réf. Client`). */
  readonly shortened: ReadonlySet<string>
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const french: Abbreviations = {
  leading: words(
    'm mm mlle mlles mme mmes dr drs pr me mgr st ste cf p pp art al chap fig vol av bd boul ' +
      'éd coll id ibid op vs alt adj syn capt ex tél c.-à-d c.à.d càd',
  ),
  trailing: words('etc inc ltd corp co cie sarl a.m p.m s.a s.a.s s.a.r.l h.t t.t.c'),
  shortened: words(
    'réf réfs ref refs n no nos num tel env min max moy resp obs hab qté qte mt dir imp sec cat ' +
      'janv févr juil sept oct nov déc',
  ),
}

const english: Abbreviations = {
  leading: words(
    'mr mrs ms messrs dr prof st rev e.g i.e eg ie vs cf viz ca al fig figs p pp para ch ed eds vol approx',
  ),
  trailing: words('etc inc ltd corp co plc llc a.m p.m jr sr u.s u.k u.s.a'),
  shortened: words('ref refs no nos nr art tel ext dept est min max avg resp incl excl sec'),
}

const other: Abbreviations = { leading: new Set(), trailing: words('etc inc ltd'), shortened: new Set() }

/**
 * The abbreviations known for a locale's language; for a language without a list of its own, those that are the same
 * everywhere.
 */
export function abbreviations(locale: string): Abbreviations {
  if (/^fr(?![a-z])/i.test(locale)) return french
  if (/^en(?![a-z])/i.test(locale)) return english
  return other
}

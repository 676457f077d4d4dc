/** HTML elements whose content is no prose. Names in lower case. */
export const verbatimElements: ReadonlySet<string> = new Set(
  'code kbd math pre samp script style svg template textarea tt var xmp'.split(' '),
)

/**
 * HTML elements that stand within a sentence (phrasing content of https://html.spec.whatwg.org/#phrasing-content,
 * `br` left out: it ends a line). All others end the text before them.
 */
export const phrasingElements: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark math meter output picture progress q ' +
    'ruby rb rp rt s samp small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
)

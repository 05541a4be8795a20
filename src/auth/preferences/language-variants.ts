/** The ways of writing each language that is written in several, in MediaWiki's order. */
// biome-ignore format: a table
const variants: Readonly<Record<string, readonly string[]>> = {
  ban: ['ban', 'ban-bali', 'ban-x-dharma', 'ban-x-palmleaf', 'ban-x-pku'],
  // English has another way only for the fun of translators.
  en: ['en'],
  crh: ['crh', 'crh-cyrl', 'crh-latn'],
  gan: ['gan', 'gan-hans', 'gan-hant'],
  iu: ['iu', 'ike-cans', 'ike-latn'],
  kk: ['kk', 'kk-cyrl', 'kk-latn', 'kk-arab', 'kk-kz', 'kk-tr', 'kk-cn'],
  ku: ['ku', 'ku-arab', 'ku-latn'],
  shi: ['shi', 'shi-tfng', 'shi-latn'],
  sr: ['sr', 'sr-ec', 'sr-el'],
  tg: ['tg', 'tg-latn'],
  uz: ['uz', 'uz-latn', 'uz-cyrl'],
  zh: ['zh', 'zh-hans', 'zh-hant', 'zh-cn', 'zh-hk', 'zh-mo', 'zh-my', 'zh-sg', 'zh-tw'],
}

/** The languages that are written in several ways, each with a preference of its own. */
export const languagesWithVariants: readonly string[] = Object.keys(variants)

/** The ways in which a wiki's language is written, if there are several. */
export function variantsOf(language: string): readonly string[] {
  const found = variants[language] ?? []
  return found.length > 1 ? found : []
}

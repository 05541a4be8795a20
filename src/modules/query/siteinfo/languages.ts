import { annotate, listOf } from '../../../result/value.ts'
import type { SiteProperty } from '../siteinfo.ts'

/** The codes of languages, as MediaWiki spells them, whose names the runtime knows in themselves. */
export const namedLanguages: readonly string[] =
  `af ak am ar as ast az ba be bg bho bm bn bo br bs ca ce ceb chr ckb cs cv cy da de de-at de-ch dsb
  dz ee el en en-ca en-gb eo es et eu fa ff fi fo fr fur fy ga gaa gd gl gsw gu gv ha haw he hi hr hsb
  hu hy ia id ie ig ii is it ja jv ka kab kea ki kk km kn ko ks ksh ku kw ky lb lg lij lmo ln lo lt lv
  mai mg mi mk ml mn mni mr ms mt my mzn nb nds ne nl nn no nqo nso nyn oc om or os pa pcm pl pms prg
  ps pt pt-br qu rm rn ro ru rw sa sah sat sc scn sd se sg shi si sk sl smn sn so sq sr st su sv sw
  szl ta te tg th ti tk tn to tr tt tyv tzm ug uk ur uz vec vi wo xh yi yo yrl yue za zgh zh zh-hans
  zh-hant zu`.split(/\s+/)

const known: ReadonlySet<string> = new Set(namedLanguages)

/** The languages that a user can be spoken to of: their codes, and their names in themselves or in another. */
export const languages: SiteProperty = ({ params }) =>
  listOf(
    'lang',
    namedLanguages.map((code) =>
      annotate(
        { code, bcp47: bcp47(code), name: languageName(code, params.inlanguagecode) ?? code },
        { content: 'name' },
      ),
    ),
  )

/** The name of a language in itself, or in another; `undefined` if it is none of those that are known. */
export function languageName(code: string, inCode: string | undefined): string | undefined {
  if (!known.has(code)) return undefined
  const speaker = inCode !== undefined && known.has(inCode) ? inCode : code
  return new Intl.DisplayNames([speaker], { type: 'language' }).of(code)
}

/** `zh-hans` as the rest of the world spells it: `zh-Hans`. */
function bcp47(code: string): string {
  return Intl.getCanonicalLocales(code)[0] ?? code
}

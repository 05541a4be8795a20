import { isoTime } from '../../../clock.ts'
import { annotate, listOf, type ResultValue } from '../../../result/value.ts'
import { mediaWikiVersion, version } from '../../../version.ts'
import type { SiteProperty } from '../siteinfo.ts'

const thumbLimits = [120, 150, 180, 200, 250, 300]
// biome-ignore format: a table
const imageLimits = [
  [320, 240], [640, 480], [800, 600], [1024, 768], [1280, 1024], [2560, 2048],
] as const

/** What clients ask first: the names, addresses and limits of the wiki. */
export const general: SiteProperty = ({ settings, clock }) => {
  const { Server, ScriptPath, ArticlePath, LanguageCode, ReadOnly, Logos } = settings
  const page = (title: string): string => Server + ArticlePath.replace('$1', title)
  const answer = {
    mainpage: 'Main Page',
    base: page('Main_Page'),
    sitename: settings.Sitename,
    mainpageisdomainroot: false,
    logo: Logos['1x'] === undefined ? undefined : new URL(Logos['1x'], Server).href,
    // Clients read the number to know what they may ask; the rest of the line says who answers.
    generator: `MediaWiki ${mediaWikiVersion} (Jeton ${version})`,
    // There is no PHP; clients only expect the keys.
    phpversion: process.versions.node,
    phpsapi: 'node',
    dbtype: 'sqlite',
    dbversion: process.versions['sqlite'] ?? '',
    imagewhitelistenabled: false,
    langconversion: true,
    linkconversion: true,
    titleconversion: true,
    linkprefixcharset: '',
    linkprefix: '',
    linktrail: '/^([a-z]+)(.*)$/sD',
    legaltitlechars: ' %!"$&\'()*,\\-.\\/0-9:;=?@A-Z\\\\^_`a-z~\\x80-\\xFF+',
    invalidusernamechars: settings.InvalidUsernameCharacters,
    allunicodefixes: false,
    fixarabicunicode: true,
    fixmalayalamunicode: true,
    case: 'first-letter',
    lang: LanguageCode,
    fallback: listOf('lang', LanguageCode === 'en' ? [] : [{ code: 'en' }]),
    rtl: false,
    fallback8bitEncoding: 'windows-1252',
    readonly: ReadOnly !== false,
    readonlyreason: ReadOnly === false ? undefined : ReadOnly,
    writeapi: true,
    maxarticlesize: 2_097_152,
    timezone: 'UTC',
    timeoffset: 0,
    articlepath: ArticlePath,
    scriptpath: ScriptPath,
    script: `${ScriptPath}/index.php`,
    variantarticlepath: false,
    server: Server,
    servername: new URL(Server).hostname,
    wikiid: settings.DBname,
    time: isoTime(clock.now()),
    misermode: false,
    uploadsenabled: false,
    maxuploadsize: 104_857_600,
    minuploadchunksize: 1024,
    galleryoptions: {
      imagesPerRow: 0,
      imageWidth: 120,
      imageHeight: 120,
      captionLength: true,
      showBytes: true,
      showDimensions: true,
      mode: 'traditional',
    },
    thumblimits: byPosition(thumbLimits),
    imagelimits: byPosition(imageLimits.map(([width, height]) => ({ width, height }))),
    favicon: `${Server}/favicon.ico`,
    centralidlookupprovider: 'local',
    allcentralidlookupproviders: ['local'],
    interwikimagic: true,
    magiclinks: annotate({ ISBN: false, PMID: false, RFC: false }, { arrayType: 'default' }),
    categorycollation: 'uppercase',
    nofollowlinks: true,
    nofollownsexceptions: [],
    nofollowdomainexceptions: ['mediawiki.org'],
    externallinktarget: false,
  }
  return annotate(answer, { keepBooleans: ['variantarticlepath'] })
}

/** What was a list in format version 1 and is an object since. */
function byPosition(values: readonly ResultValue[]): ResultValue {
  const entries = values.map((value, at): [string, ResultValue] => [String(at), value])
  return annotate(new Map(entries), { itemTag: 'limit', arrayType: 'BCassoc' })
}

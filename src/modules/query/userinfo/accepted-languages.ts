import { annotate, listOf, type ResultList } from '../../../result/value.ts'

const language =
  /([a-z]{1,8}(?:-[a-z]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)?)?/g

// Nobody reads that many; it keeps a hostile header from costing anything.
const longestHeader = 1000

/** The languages that a browser asks for, the dearest first. */
export function acceptedLanguages(header: string | undefined): ResultList {
  const weights = new Map<string, number>()
  for (const [, code = '', weight] of (header ?? '')
    .slice(0, longestHeader)
    .toLowerCase()
    .matchAll(language)) {
    const q = weight === undefined ? 1 : Number(weight)
    if (q > 0) weights.set(code, q)
  }
  const sorted = [...weights].sort(([, one], [, other]) => other - one)
  return listOf(
    'lang',
    sorted.map(([code, q]) => annotate({ q, code }, { content: 'code', floats: ['q'] })),
  )
}

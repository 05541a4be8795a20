/** Zones by the short names that are in use for them, in hours east of Greenwich. */
const named: ReadonlyMap<string, number> = new Map([
  ...['z', 'utc', 'gmt', 'wet'].map((name) => [name, 0] as const),
  ...[...'abcdefghiklm'].map((name, index) => [name, index + 1] as const),
  ...[...'nopqrstuvwxy'].map((name, index) => [name, -index - 1] as const),
  ['bst', 1],
  ['cet', 1],
  ['west', 1],
  ['cest', 2],
  ['eet', 2],
  ['sast', 2],
  ['eest', 3],
  ['msk', 3],
  ['ist', 2],
  ['jst', 9],
  ['kst', 9],
  ['acst', 9.5],
  ['aest', 10],
  ['aedt', 11],
  ['nzst', 12],
  ['nzdt', 13],
  ['nst', -3.5],
  ['ndt', -2.5],
  ['ast', -4],
  ['adt', -3],
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['akst', -9],
  ['akdt', -8],
  ['hst', -10],
])

/** How many seconds a zone is ahead of Greenwich: `Z`, `+02:00`, `-0530`, `EST`. */
export function offsetOfZone(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d?)(?::?(\d\d))?$/.exec(zone) ?? []
  if (sign !== undefined) {
    return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60)
  }
  const east = named.get(zone.toLowerCase())
  return east === undefined ? undefined : east * 3600
}

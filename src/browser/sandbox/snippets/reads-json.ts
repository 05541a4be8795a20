import type { SentParam } from '../request/build-request.ts'

/** Tells whether the answer of a request is one that JSON's readers understand. */
export function readsJson(params: readonly SentParam[]): boolean {
  const find = (name: string) => params.find((param) => param.name === name)?.value
  const isPage = find('action') === 'help' && find('wrap') === undefined
  return find('format') === 'json' && find('callback') === undefined && !isPage
}

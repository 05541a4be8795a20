import type { ListStyle } from './encode-params.ts'

/** Preferences by name; `null` stands for the wiki's default. */
export type OptionChanges = Readonly<Record<string, string | number | boolean | null>>

/** The parameters of one request that changes preferences. */
export type OptionsRequest =
  | { readonly optionname: string; readonly optionvalue?: string }
  | { readonly change: readonly string[] }

/** The fewest requests that change these preferences: what cannot be in a list goes alone, and first. */
export function groupOptions(
  changes: OptionChanges,
  lists: ListStyle = 'unit separator',
): readonly OptionsRequest[] {
  const all = Object.entries(changes).map(
    ([name, value]): Change => ({ name, value: value === null ? undefined : String(value) }),
  )
  const alone = all.filter((change) => !fitsInList(change, lists))
  const together = all.filter((change) => fitsInList(change, lists))
  return [
    ...alone.map(({ name, value }) => ({
      optionname: name,
      ...(value === undefined ? {} : { optionvalue: value }),
    })),
    ...(together.length > 0 ? [{ change: together.map(spell) }] : []),
  ]
}

interface Change {
  readonly name: string
  readonly value: string | undefined
}

function fitsInList(change: Change, lists: ListStyle): boolean {
  if (change.name.includes('=')) return false
  return lists === 'unit separator' || !spell(change).includes('|')
}

function spell({ name, value }: Change): string {
  return value === undefined ? name : `${name}=${value}`
}

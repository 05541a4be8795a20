/** What an element holds: others, or text, which is never read as markup. */
export type Content = Node | string | undefined

/** Makes an element; an attribute that is `undefined` is left out, `true` stands without a value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...contents.filter((content) => content !== undefined))
  return made
}

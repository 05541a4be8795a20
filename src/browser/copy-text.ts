/** Copies a text. Only pages of a secure origin may do that by themselves; elsewhere what is to be copied is selected, and it is false. */
export async function copyText(from: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(from)
  if (!isSecureContext) return false
  return navigator.clipboard.writeText(from.textContent).then(
    () => true,
    () => false,
  )
}

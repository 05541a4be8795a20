/** The title of a special page, with what follows its name: `Special:BotPasswords/bot`. */
export function specialTitle(name: string, subpage: string): string {
  return subpage === '' ? `Special:${name}` : `Special:${name}/${subpage}`
}

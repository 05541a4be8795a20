import { html } from '../messages/html.ts'
import { spokenLanguage } from '../messages/languages.ts'
import { definePage, type PageCall, type SpecialPage } from './page.ts'

/** Lists the pages that who asks can use, in the order of what they are called. */
export const specialPages = definePage({
  name: 'SpecialPages',
  canonicalName: 'Specialpages',
  title: 'specialpages',

  async answer(call) {
    const usable = await Promise.all(
      call.pages.map(async (page) => ({ page, isShown: await isShown(page, call) })),
    )
    const { compare } = new Intl.Collator(spokenLanguage(call.language))
    const shown = usable
      .filter(({ isShown }) => isShown)
      .map(({ page }) => ({ page, title: call.text(page.title) }))
      .toSorted((one, other) => compare(one.title, other.title))
      .map(({ page }) => page)
    return {
      body: html`<ul class="mw-specialpages-list">${shown.map((page) => item(page, call))}</ul>`,
    }
  },
})

async function isShown(
  { isListed, right }: SpecialPage,
  { user, settings }: PageCall,
): Promise<boolean> {
  const isOffered = typeof isListed === 'function' ? isListed(settings) : isListed
  return isOffered && (right === undefined || (await user.may(right)))
}

function item({ name, title }: SpecialPage, { say, addressOf }: PageCall) {
  return html`<li><a href="${addressOf(`Special:${name}`)}">${say(title)}</a></li>`
}

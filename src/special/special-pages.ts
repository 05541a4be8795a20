import { html } from '../messages/html.ts'
import { definePage, type PageCall, type SpecialPage } from './page.ts'

/** Lists the pages that who asks can use. */
export const specialPages = definePage({
  name: 'SpecialPages',
  canonicalName: 'Specialpages',
  title: 'specialpages',

  async answer(call) {
    const usable = await Promise.all(
      call.pages.map(async (page) => ({ page, isShown: await isShown(page, call) })),
    )
    const shown = usable.filter(({ isShown }) => isShown).map(({ page }) => page)
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

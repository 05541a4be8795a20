import { html } from '../../messages/html.ts'
import type { PageCall, ShownPage } from '../page.ts'

/**
 * Sends somebody to another site to prove who they are there. It is a page, not a redirect: browsers
 * do not let a form lead to another site, as the policy of our pages wants it.
 */
export function leave(target: string, { say, text }: PageCall): ShownPage {
  return {
    title: text('pages-leave'),
    body: html`<meta http-equiv="refresh" content="0; url=${target}"/>
<p>${say('pages-leave-text', html`<a href="${target}" rel="noreferrer"><bdi>${hostOf(target)}</bdi></a>`)}</p>`,
  }
}

function hostOf(target: string): string {
  return URL.parse(target)?.host ?? target
}

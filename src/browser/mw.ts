import type { ApiOptions } from './ajax-options.ts'
import { Api } from './api.ts'
import { makeForeignApi } from './foreign-api.ts'
import { makeHooks } from './hook.ts'
import { loader } from './loader.ts'
import { log } from './log.ts'
import { escapeHtml, Message } from './message.ts'
import { MwMap } from './mw-map.ts'
import { makeNotify } from './notify.ts'
import type { Page } from './page-data.ts'
import { makeUser } from './user.ts'
import { makeUtil } from './util.ts'

/** What scripts of a page find under `mw`. */
export type MediaWiki = ReturnType<typeof makeMediaWiki>

/** Makes `mw`: what scripts written for MediaWiki need most, with its names. */
export function makeMediaWiki(page: Page) {
  // MediaWiki makes its own so: `new mw.Api( options )`, and its methods are found in the prototype.
  class PageApi extends Api {
    constructor(options: ApiOptions = {}) {
      super(options, page)
    }
  }
  return {
    Api: PageApi,
    ForeignApi: makeForeignApi(PageApi, page.url),
    Map: MwMap,
    Message,
    config: page.config,
    messages: page.messages,
    user: makeUser(page, () => new PageApi().getUserInfo()),
    util: makeUtil(page.config),
    html: { escape: escapeHtml },
    hook: makeHooks(),
    loader,
    log,
    libs: {},
    message: (key: string, ...params: readonly unknown[]) =>
      new Message(page.messages, key, params),
    msg: page.say,
    notify: makeNotify(page.say('notification-close')),
    now: () => performance.now(),
    // Nobody listens.
    track: (): void => undefined,
    trackSubscribe: (): void => undefined,
  }
}

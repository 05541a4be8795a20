import { addCopyButtons } from './copy-buttons.ts'
import { improveLogOutLink } from './log-out-link.ts'
import { makeMediaWiki } from './mw.ts'
import { readPage } from './page-data.ts'

// Runs in every page.

// Styles tell by it whether scripts run.
document.documentElement.classList.replace('client-nojs', 'client-js')

const mw = makeMediaWiki(readPage(window))
Object.assign(window, { mw, mediaWiki: mw })

const logOutLink = document.querySelector<HTMLAnchorElement>('#pt-logout a')
if (logOutLink !== null) improveLogOutLink(logOutLink, mw)

addCopyButtons(mw)

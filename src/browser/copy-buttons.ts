import { copyText } from './copy-text.ts'
import type { MediaWiki } from './mw.ts'

/** Puts a button beside each of the things that a page shows only once, which copies it; what they are stands before them. */
export function addCopyButtons(mw: MediaWiki): void {
  for (const shown of document.querySelectorAll<HTMLElement>('dl.jeton-secrets dd')) {
    const what = shown.previousElementSibling?.textContent ?? ''
    const code = shown.querySelector('code')
    if (code !== null) code.after(' ', ...makeButton(code, what, mw))
  }
}

function makeButton(code: HTMLElement, what: string, mw: MediaWiki): readonly HTMLElement[] {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cdx-button'
  button.textContent = mw.msg('pages-sandbox-copy')
  button.ariaLabel = `${button.textContent}: ${what}`
  // Beside the button, and read out.
  const done = document.createElement('span')
  done.role = 'status'
  button.addEventListener('click', async () => {
    done.textContent = ''
    const isCopied = await copyText(code)
    done.textContent = ` ${mw.msg(isCopied ? 'pages-sandbox-copied' : 'pages-sandbox-selected')}`
  })
  return [button, done]
}

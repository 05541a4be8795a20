import { ApiPromise } from './api-promise.ts'

/** What can be said of a notification. */
export interface NotifyOptions {
  /** A notification replaces the one with the same tag. */
  readonly tag?: string
  readonly title?: string
  readonly type?: 'info' | 'success' | 'warn' | 'error'
  /** Whether it goes away by itself, as it does unless it tells of an error. */
  readonly autoHide?: boolean
}

/** What is notified: text, elements, or a message. */
type Content = string | Node | ArrayLike<Node> | { toString(): string }

const kinds = { info: 'notice', success: 'success', warn: 'warning', error: 'error' } as const

/** In milliseconds. */
const patience = 10_000

/** Makes `mw.notify`: it tells people something beside the page, aloud as well. */
export function makeNotify(closeLabel: string) {
  // There from the beginning: what comes into a region later is read out.
  const [quiet, urgent] = [makeRegion('status'), makeRegion('alert')]
  const area = document.createElement('div')
  area.className = 'mw-notification-area'
  area.append(quiet, urgent)
  document.body.append(area)

  return (content: Content, options: NotifyOptions = {}): ApiPromise => {
    const { tag, type = 'info', autoHide = type !== 'error' } = options
    const notification = makeNotification(content, options)
    const close = (): void => notification.remove()
    notification.append(closeButton(closeLabel, close))
    if (tag !== undefined) {
      for (const region of [quiet, urgent]) removeTagged(region, tag)
      notification.dataset['tag'] = tag
    }
    const region = type === 'error' ? urgent : quiet
    region.append(notification)
    if (autoHide) closeLater(notification)
    return new ApiPromise(({ resolve }) => resolve({ close }))
  }
}

/** Takes a notification away once it had time to be read, and nobody is at it. */
function closeLater(notification: HTMLElement): void {
  setTimeout(() => {
    if (notification.matches(':hover, :focus-within')) closeLater(notification)
    else notification.remove()
  }, patience)
}

function makeRegion(role: 'alert' | 'status'): HTMLElement {
  const region = document.createElement('div')
  region.setAttribute('role', role)
  return region
}

function removeTagged(region: HTMLElement, tag: string): void {
  for (const child of [...region.children]) {
    if (child instanceof HTMLElement && child.dataset['tag'] === tag) child.remove()
  }
}

function makeNotification(content: Content, { title, type = 'info' }: NotifyOptions): HTMLElement {
  const notification = document.createElement('div')
  notification.className = `mw-notification cdx-message cdx-message--block cdx-message--${kinds[type]}`
  const icon = document.createElement('span')
  icon.className = 'cdx-message__icon'
  const words = document.createElement('div')
  words.className = 'cdx-message__content mw-notification-content'
  if (title !== undefined) {
    const heading = document.createElement('strong')
    heading.textContent = title
    words.append(heading, ' ')
  }
  words.append(...nodesOf(content))
  notification.append(icon, words)
  return notification
}

function nodesOf(content: Content): readonly (Node | string)[] {
  if (typeof content === 'string' || content instanceof Node) return [content]
  return 'length' in content ? Array.from(content) : [content.toString()]
}

function closeButton(label: string, close: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className =
    'mw-notification-close cdx-button cdx-button--weight-quiet cdx-button--icon-only'
  button.setAttribute('aria-label', label)
  button.textContent = '×'
  button.addEventListener('click', close)
  return button
}

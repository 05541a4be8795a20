import type { ChildProcess } from 'node:child_process'
import type { Worker } from 'node:cluster'

/**
 * Sees to it that a client is not left waiting for ever whose connection was on its way to a worker
 * that died: Node (24.21) keeps it open, and forgets it. It sends one after the other, so the last is
 * the only one.
 */
export function closeLostConnection(worker: Worker): void {
  const child: ChildProcess = worker.process
  const send = child.send.bind(child)
  let last: object | undefined
  const remember = (message: object, handle?: object, ...others: unknown[]): boolean => {
    if (isHandle(handle)) last = handle
    return Reflect.apply(send, child, [message, handle, ...others])
  }
  Object.assign(child, { send: remember })
  worker.on('exit', () => {
    // Of one that was taken, Node has closed its own end already; then this does nothing.
    if (isHandle(last)) last.close()
  })
}

function isHandle(value: unknown): value is { close(): void } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'close' in value &&
    typeof value.close === 'function'
  )
}

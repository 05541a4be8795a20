import type { MessageKey } from '../../messages/message.ts'

/** What the script of every page says, `src/browser/page.ts`. */
export const pageMessages = [
  'api-clientside-error-aborted',
  'api-clientside-error-http',
  'api-clientside-error-invalidresponse',
  'api-clientside-error-noconnect',
  'api-clientside-error-timeout',
  'logging-out-notify',
  'notification-close',
] as const satisfies readonly MessageKey[]

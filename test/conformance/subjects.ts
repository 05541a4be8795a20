import type { Conversation } from './conversation.ts'
import { checktoken } from './conversations/checktoken.ts'
import { crashes } from './conversations/crashes.ts'
import { errorFormats } from './conversations/error-formats.ts'
import { errors } from './conversations/errors.ts'
import { formats } from './conversations/formats.ts'
import { loginBot } from './conversations/login-bot.ts'
import { loginMain } from './conversations/login-main.ts'
import { logout } from './conversations/logout.ts'
import { mainParameters } from './conversations/main-parameters.ts'
import { precedence } from './conversations/precedence.ts'
import { reading } from './conversations/reading.ts'
import { sessionsAndCookies } from './conversations/sessions-and-cookies.ts'
import { siteinfo } from './conversations/siteinfo.ts'
import { throttles } from './conversations/throttles.ts'
import { tokens } from './conversations/tokens.ts'
import { userinfo } from './conversations/userinfo.ts'
import { warnings } from './conversations/warnings.ts'

/** All that is recorded: each subject is a file of conversations, and a recording of it. */
export const subjects: Readonly<Record<string, readonly Conversation[]>> = {
  tokens,
  checktoken,
  'login-bot': loginBot,
  'login-main': loginMain,
  logout,
  'sessions-and-cookies': sessionsAndCookies,
  userinfo,
  siteinfo,
  'main-parameters': mainParameters,
  errors,
  precedence,
  warnings,
  'error-formats': errorFormats,
  formats,
  reading,
  throttles,
  crashes,
}

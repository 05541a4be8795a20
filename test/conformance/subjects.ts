import type { Conversation } from '../../src/compare/conversation.ts'
import { allusers } from './conversations/allusers.ts'
import { authenticationData } from './conversations/authentication-data.ts'
import { authmanagerinfo } from './conversations/authmanagerinfo.ts'
import { autopromotion } from './conversations/autopromotion.ts'
import { blockAndUnblock } from './conversations/block.ts'
import { blocked } from './conversations/blocked.ts'
import { botPasswords } from './conversations/bot-passwords.ts'
import { checktoken } from './conversations/checktoken.ts'
import { clientlogin } from './conversations/clientlogin.ts'
import { crashes } from './conversations/crashes.ts'
import { createaccount } from './conversations/createaccount.ts'
import { createaccountBlocked } from './conversations/createaccount-blocked.ts'
import { errorFormats } from './conversations/error-formats.ts'
import { errors } from './conversations/errors.ts'
import { extensions } from './conversations/extensions.ts'
import { formats } from './conversations/formats.ts'
import { help } from './conversations/help.ts'
import { listBlocks } from './conversations/list-blocks.ts'
import { loginBot } from './conversations/login-bot.ts'
import { loginMain } from './conversations/login-main.ts'
import { logout } from './conversations/logout.ts'
import { mailedPasswords } from './conversations/mailed-passwords.ts'
import { mainParameters } from './conversations/main-parameters.ts'
import { options } from './conversations/options.ts'
import { paraminfo } from './conversations/paraminfo.ts'
import { precedence } from './conversations/precedence.ts'
import { proxies } from './conversations/proxies.ts'
import { query } from './conversations/query.ts'
import { reading } from './conversations/reading.ts'
import { resetPassword } from './conversations/reset-password.ts'
import { sessionsAndCookies } from './conversations/sessions-and-cookies.ts'
import { siteinfo } from './conversations/siteinfo.ts'
import { throttles } from './conversations/throttles.ts'
import { tokens } from './conversations/tokens.ts'
import { userinfo } from './conversations/userinfo.ts'
import { userrights } from './conversations/userrights.ts'
import { users } from './conversations/users.ts'
import { validatePassword } from './conversations/validatepassword.ts'
import { warnings } from './conversations/warnings.ts'

/** All that is recorded: each subject is a file of conversations, and a recording of it. */
export const subjects: Readonly<Record<string, readonly Conversation[]>> = {
  tokens,
  checktoken,
  'login-bot': loginBot,
  'login-main': loginMain,
  authmanagerinfo,
  clientlogin,
  'reset-password': resetPassword,
  logout,
  'sessions-and-cookies': sessionsAndCookies,
  userinfo,
  siteinfo,
  query,
  users,
  allusers,
  'main-parameters': mainParameters,
  errors,
  precedence,
  paraminfo,
  help,
  warnings,
  'error-formats': errorFormats,
  formats,
  reading,
  throttles,
  'mailed-passwords': mailedPasswords,
  validatepassword: validatePassword,
  options,
  createaccount,
  'createaccount-blocked': createaccountBlocked,
  'authentication-data': authenticationData,
  crashes,
  block: blockAndUnblock,
  'list-blocks': listBlocks,
  blocked,
  userrights,
  extensions,
  autopromotion,
  proxies,
  'bot-passwords': botPasswords,
}

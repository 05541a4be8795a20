import { block } from './block.ts'
import { changeauthenticationdata } from './changeauthenticationdata.ts'
import { checktoken } from './checktoken.ts'
import { clientlogin } from './clientlogin.ts'
import { createaccount } from './createaccount.ts'
import { help } from './help.ts'
import { linkaccount } from './linkaccount.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import type { Modules } from './module.ts'
import { options } from './options.ts'
import { paraminfo } from './paraminfo.ts'
import { query } from './query.ts'
import { removeauthenticationdata } from './removeauthenticationdata.ts'
import { resetpassword } from './resetpassword.ts'
import { unblock } from './unblock.ts'
import { unlinkaccount } from './unlinkaccount.ts'
import { userrights } from './userrights.ts'
import { validatepassword } from './validatepassword.ts'

const own = {
  login,
  clientlogin,
  logout,
  createaccount,
  linkaccount,
  unlinkaccount,
  changeauthenticationdata,
  removeauthenticationdata,
  resetpassword,
  query,
  checktoken,
  help,
  paraminfo,
  block,
  unblock,
  validatepassword,
  options,
  userrights,
} as const satisfies Modules

/** The modules with what each takes and answers, for clients that are typed by them. */
export type OwnModules = typeof own

/** Every module of the parameter `action`, in MediaWiki's order of registration. */
export const modules: Modules = own

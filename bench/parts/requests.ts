import { password, type StoredVisitor } from './filled-wiki.ts'
import type { Request } from './question.ts'

/** Somebody's token is looked at; nobody's, where there is no cookie. */
export function checkToken({ token, cookie }: Partial<StoredVisitor>): Request {
  const query = new URLSearchParams({
    ...{ action: 'checktoken', type: 'csrf', format: 'json' },
    token: token ?? '',
  })
  return { target: `/api.php?${query}`, cookie }
}

/** Somebody who is logged in gets a token. */
export function getToken({ cookie }: StoredVisitor): Request {
  return { target: '/api.php?action=query&meta=tokens&format=json', cookie }
}

/** Somebody new gets a token to log in with, and a session that it is good in. */
export const getLoginToken: Request = {
  target: '/api.php?action=query&meta=tokens&type=login&format=json',
}

/** Who has a session already logs in. */
export function logIn({ name, token, cookie }: StoredVisitor): Request {
  const form = { action: 'login', format: 'json', lgname: name, lgpassword: password }
  return { target: '/api.php', cookie, form: { ...form, lgtoken: token } }
}

/** Somebody logs out. */
export function logOut({ token, cookie }: StoredVisitor): Request {
  return { target: '/api.php', cookie, form: { action: 'logout', format: 'json', token } }
}

// A gadget: logs out whoever is looking at the page, and prints what the wiki answers.
// mw.Api fetches the token, and once more should it turn out to be too old.

const api = new mw.Api()

api
  .postWithToken('csrf', { action: 'logout' })
  .then((answer) => console.log(answer))
  .catch((code, { error } = {}) => console.error('Not logged out:', error?.info ?? code))

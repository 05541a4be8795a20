// A gadget: asks the wiki of the page whether a CSRF token is good, and prints what it answers.

const api = new mw.Api()

api
  .get({ action: 'checktoken', type: 'csrf', token: '123ABC' })
  .then((answer) => console.log(answer))
  .catch((code, { error } = {}) => console.error('Not checked:', error?.info ?? code))

// Asks a wiki whether a CSRF token is good, and prints what it answers.
// origin=* is how a page of any other site asks: as nobody in particular.
//
//     node check-token.js [TOKEN]
//
// A token is good only for the visitor that it was given to, so this one is not.

const { MW_SERVER = 'http://127.0.0.1:8080', MW_SCRIPT_PATH = '' } = process.env
const [token = '123ABC'] = process.argv.slice(2)

const question = { action: 'checktoken', type: 'csrf', token, format: 'json', origin: '*' }
const response = await fetch(
  `${MW_SERVER}${MW_SCRIPT_PATH}/api.php?${new URLSearchParams(question)}`,
)
if (!response.ok) throw new Error(`HTTP ${response.status}`)

console.log(await response.json())

// Logs in with a bot password, logs out again, and prints what the wiki answers.
//
//     MEDIAWIKI_USER=Admin@bot MEDIAWIKI_PASSWORD=… node logout.js

import { promisify } from 'node:util'
import request from 'request'

const { MW_SERVER = 'http://127.0.0.1:8080', MW_SCRIPT_PATH = '' } = process.env
const { MEDIAWIKI_USER, MEDIAWIKI_PASSWORD } = process.env

const send = promisify(
  request.defaults({
    url: `${MW_SERVER}${MW_SCRIPT_PATH}/api.php`,
    jar: true, // keeps the cookies: by them the wiki knows who is asking
    json: true,
  }),
)

/** The wiki's answer, or an error with its reason for not answering. */
async function ask(options) {
  const { body } = await send(options)
  if (body.error) throw new Error(`${body.error.code}: ${body.error.info}`)
  return body
}

const get = (params) => ask({ qs: { ...params, format: 'json' } })
const post = (params) => ask({ method: 'POST', form: { ...params, format: 'json' } })

async function getToken(type) {
  const { query } = await get({ action: 'query', meta: 'tokens', type })
  return query.tokens[`${type}token`]
}

const { login } = await post({
  action: 'login',
  lgname: MEDIAWIKI_USER,
  lgpassword: MEDIAWIKI_PASSWORD,
  lgtoken: await getToken('login'),
})
if (login.result !== 'Success') throw new Error(`Not logged in: ${login.reason ?? login.result}`)

console.log(await post({ action: 'logout', token: await getToken('csrf') }))

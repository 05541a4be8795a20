import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fillIn } from './fill-in.ts'

const filling = { apiUrl: 'http://127.0.0.1:1/api.php', user: 'Ann@bot', password: 'secret' }

/** The same three things, as the languages of the documentation write them. */
// biome-ignore format: a table
const lines = [
  [`URL = "https://wiki.example/w/api.php"`, `URL = "http://127.0.0.1:1/api.php"`],
  [`var url = 'https://wiki.example/w/api.php';`, `var url = "http://127.0.0.1:1/api.php";`],
  [`'lgname':"your_name",`,                 `'lgname':"Ann@bot",`],
  [`lgname: "your_name",`,                  `lgname: "Ann@bot",`],
  [`"lgname" => "your_name",`,              `"lgname" => "Ann@bot",`],
  [`lgpassword: 'your_password',`,          `lgpassword: "secret",`],
  [`"lgpassword" => "your_password",`,      `"lgpassword" => "secret",`],
] as const

describe('fillIn', () => {
  for (const [given, filled] of lines) {
    it(`turns ${given} into ${filled}`, () => assert.equal(fillIn(given, filling), filled))
  }

  it('leaves alone everything else', () => {
    const program = `# (https://wiki.example/wiki/Special:BotPasswords) for lgname\nlgtoken: "lgname",`
    assert.equal(fillIn(program, filling), program)
  })
})

import type { Dice } from './dice.ts'
import { type OddRequest, oddForm, type Secrets } from './odd-request.ts'
import { anyText } from './odd-values.ts'
import type { PageForm } from './page-form.ts'

/** What any page may be asked in its address. */
const asked = ['returnto', 'returntoquery', 'uselang', 'warning', 'force', 'user', 'action', 'x[]']
const leads = ['//e', '/\\e', 'https:e', 'javascript:e', 'mw:X', 'Special:UserLogout', 'A#b', ':']

/** Makes a request that a page can nearly understand. */
export function oddPageRequest(
  dice: Dice,
  forms: readonly PageForm[],
  secrets: Secrets,
): OddRequest {
  const form = dice.pick(forms)
  const title = dice.chance(90) ? (form?.title ?? '') : anyText(dice)
  const name = dice.chance(30) ? `${title}/${anyText(dice)}` : title
  const query = dice.list(2, () => [dice.pick(asked) ?? '', oddText(dice)] as const)
  const isPosted = dice.chance(60)
  const sent = form?.fields.filter(() => dice.chance(80)) ?? []
  const fields = sent.map(([field, value]) => {
    const isKept = dice.chance(70) || field.endsWith('Token')
    return [field, isKept ? value : oddText(dice)] as const
  })
  const pairs = [['title', name] as const, ...query]
  return oddForm(dice, {
    path: '/index.php',
    query: pairs,
    posted: isPosted ? fields : [],
    secrets,
  })
}

function oddText(dice: Dice): string {
  return dice.chance(40) ? (dice.pick(leads) ?? '') : anyText(dice)
}

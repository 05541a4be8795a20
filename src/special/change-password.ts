import { passwordRequestId } from '../auth/providers/password-request.ts'
import { returnFields } from './auth/return-fields.ts'
import { definePage } from './page.ts'

/** Leads to where the password is changed: an old name of it, which many links have. */
export const changePassword = definePage({
  name: 'ChangePassword',
  aliases: ['ResetPass', 'ResetPassword'],
  title: 'resetpass',

  answer(call) {
    const title = `Special:ChangeCredentials/${passwordRequestId}`
    return { redirect: call.addressOf(title, returnFields(call)) }
  },
})

/** All there is to know about one way of storing a password, under its name in `password-types.ts`. */
export interface PasswordType {
  /**
   * Tells whether a password fits what is stored after `:<type>:`. What cannot be read fits no password,
   * and neither does what would take absurdly long: nothing here throws for a bad row.
   */
  verify(password: string, stored: string): Promise<boolean>
}

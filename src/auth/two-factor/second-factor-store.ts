/** What an account needs to log in, beside its password. */
export interface SecondFactor {
  /** What the codes are made of, in base 32; the authenticator app has it as well. */
  readonly secret: string
  /** Each may be used once, by who has lost the app. */
  readonly recoveryCodes: readonly string[]
}

/** Where second factors live. */
export interface SecondFactorStore {
  find(userId: number): Promise<SecondFactor | undefined>
  /** Gives an account a second factor, in place of any that it has. */
  save(userId: number, factor: SecondFactor): Promise<void>
  /** Says whether there was one. */
  remove(userId: number): Promise<boolean>
  /** Uses a recovery code up; says whether it was still there. */
  useRecoveryCode(userId: number, code: string): Promise<boolean>
  /**
   * Uses the code of a period of time up, and with it those of earlier periods; says whether it was
   * still good. Exact, however many ask at once.
   */
  usePeriod(userId: number, period: number, expires: Date): Promise<boolean>
}

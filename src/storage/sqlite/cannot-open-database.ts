/** Says why a database is not what Jeton can start on: something for a person to put right. */
export class CannotOpenDatabase extends Error {
  constructor(file: string, state: string, options?: ErrorOptions) {
    super(`Cannot open database "${file}": ${state}`, options)
    this.name = 'CannotOpenDatabase'
  }
}

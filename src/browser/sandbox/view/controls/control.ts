import type { ShownParam } from '../../request/shown-modules.ts'
import type { Described } from '../described.ts'

/** What a control is made for. */
export interface ControlContext {
  readonly param: ShownParam
  /** The id of what the label belongs to. */
  readonly id: string
  readonly described: Described
  /** The ids of what there is to read about it. */
  readonly describedBy: string
  /** Takes note of what the visitor does; `undefined` is not sent. */
  change(value: string | undefined): void
  /** What another parameter is filled in with. */
  filledIn(name: string): string | undefined
  /** Asks for a new token of a type; `''` if there is none. */
  getToken(type: string): Promise<string>
}

/** What a parameter is filled in with. */
export interface Control {
  readonly element: HTMLElement
  /** Several inputs have a legend where one has a label. */
  readonly isGroup?: boolean
  /** Shows a value that comes from elsewhere, as it will be sent. */
  show(value: string | undefined): void
}

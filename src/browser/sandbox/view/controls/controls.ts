import { type FieldKind, fieldKind } from '../../fields/field-kind.ts'
import { tokenTypeOf, tokenTypeParamOf } from '../../request/token-type.ts'
import { say } from '../say.ts'
import { areaControl } from './area-control.ts'
import { boxControl } from './box-control.ts'
import { buttonControl } from './button-control.ts'
import { choiceControl } from './choice-control.ts'
import { choicesControl } from './choices-control.ts'
import type { Control, ControlContext } from './control.ts'
import { linesControl } from './lines-control.ts'
import { textControl } from './text-control.ts'

const makers: Readonly<Record<FieldKind, (context: ControlContext) => Control>> = {
  area: areaControl,
  box: boxControl,
  choice: choiceControl,
  choices: choicesControl,
  limit: (context) => buttonControl(context, say('pages-sandbox-fillmax'), () => 'max'),
  lines: linesControl,
  number: textControl,
  password: textControl,
  text: textControl,
  timestamp: (context) => buttonControl(context, say('pages-sandbox-now'), now),
}

/** Makes what a parameter is filled in with. */
export function makeControl(context: ControlContext): Control {
  const { param, getToken, filledIn } = context
  const tokenType = tokenTypeOf(param)
  const typeParam = tokenTypeParamOf(param)
  if (tokenType === undefined && typeParam === undefined)
    return makers[fieldKind(param.info)](context)
  return buttonControl(context, say('apisandbox-fetch-token'), () =>
    getToken(tokenType ?? filledIn(typeParam ?? '') ?? 'csrf'),
  )
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}

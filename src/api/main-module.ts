import { defaultFormat, formats } from '../format/formats.ts'
import type { Modules } from '../modules/module.ts'
import type { ParamSpecs } from '../params/param-spec.ts'
import type { HasParams } from '../params/read-params.ts'
import { errorFormats } from '../result/error-format.ts'

const params = {
  maxlag: { type: 'integer' },
  smaxage: { type: 'integer', default: '0' },
  maxage: { type: 'integer', default: '0' },
  assert: { type: ['anon', 'user', 'bot'] },
  assertuser: { type: 'user' },
  requestid: { type: 'string' },
  servedby: { type: 'boolean' },
  curtimestamp: { type: 'boolean' },
  responselanginfo: { type: 'boolean' },
  origin: { type: 'string' },
  crossorigin: { type: 'boolean' },
  uselang: { type: 'string', default: 'user' },
  variant: { type: 'string' },
  errorformat: { type: errorFormats, default: 'bc' },
  errorlang: { type: 'string', default: 'uselang' },
  errorsuselocal: { type: 'boolean' },
} as const

/** The parameters that every request can have, in the order in which they are checked. */
export function mainModule(modules: Modules): MainModule {
  const known = made.get(modules)
  if (known !== undefined) return known

  const main = makeMainModule(modules)
  made.set(modules, main)
  return main
}

type MainModule = ReturnType<typeof makeMainModule>

/** Every request asks for it, and it depends on the wiki's modules only. */
const made = new WeakMap<Modules, MainModule>()

function makeMainModule(modules: Modules) {
  return {
    path: 'main',
    prefix: '',
    params: {
      action: { type: Object.keys(modules), default: 'help', submodules: pathsOf(modules) },
      format: {
        type: Object.keys(formats),
        submodules: pathsOf(formats),
        default: defaultFormat.name,
      },
      ...params,
    },
  } as const satisfies HasParams<ParamSpecs>
}

function pathsOf(submodules: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(submodules).map((name) => [name, name]))
}

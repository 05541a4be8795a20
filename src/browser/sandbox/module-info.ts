/** What `action=paraminfo` tells of a parameter, as far as the sandbox needs it. */
export interface ParamInfo {
  readonly name: string
  /** HTML, escaped by the wiki. */
  readonly description?: string
  readonly type: string | readonly string[]
  readonly required?: boolean
  readonly deprecated?: boolean
  readonly sensitive?: boolean
  readonly default?: string | number | boolean
  readonly multi?: boolean
  readonly limit?: number
  readonly allowsduplicates?: boolean
  readonly allspecifier?: string
  readonly extranamespaces?: readonly number[]
  readonly subtypes?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly highmax?: number
  readonly maxbytes?: number
  readonly maxchars?: number
  readonly submodules?: Readonly<Record<string, string>>
  readonly submoduleparamprefix?: string
  readonly deprecatedvalues?: readonly string[]
  readonly internalvalues?: readonly string[]
  readonly templatevars?: Readonly<Record<string, string>>
  readonly tokentype?: string
  /** What values are called, where they are numbers. */
  readonly labels?: Readonly<Record<string, string>>
}

/** What `action=paraminfo` tells of a module, as far as the sandbox needs it. */
export interface ModuleInfo {
  readonly name: string
  readonly path: string
  readonly group?: string
  readonly prefix: string
  /** HTML, escaped by the wiki. */
  readonly description?: string
  readonly deprecated?: boolean
  readonly internal?: boolean
  readonly mustbeposted?: boolean
  readonly helpurls: readonly string[]
  readonly examples?: readonly { readonly query: string; readonly description: string }[]
  readonly parameters: readonly ParamInfo[]
  readonly templatedparameters: readonly ParamInfo[]
  readonly dynamicparameters?: boolean | string
}

/** What is known of modules, by path. */
export type ModuleInfos = ReadonlyMap<string, ModuleInfo>

/** The name of the module that all others are under. */
export const mainPath = 'main'

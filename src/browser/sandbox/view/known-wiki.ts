import type { ModuleInfo, ParamInfo } from '../module-info.ts'
import { findShownModules, type Known, type ShownModule } from '../request/shown-modules.ts'
import { needsNamespaces, withNamespaces } from '../request/with-namespaces.ts'
import type { AskWiki } from './ask-wiki.ts'

/** More modules than may be asked about at once. */
const most = 50

/** What has been learned from the wiki; each module is asked about once, when it is chosen. */
export class KnownWiki implements Known {
  readonly modules = new Map<string, ModuleInfo>()
  readonly fields = new Map<string, readonly ParamInfo[]>()
  readonly #wiki: AskWiki

  constructor(wiki: AskWiki) {
    this.#wiki = wiki
  }

  /** Finds the modules that a request asks, and learns what is not known of them. */
  async findModules(values: ReadonlyMap<string, string>): Promise<readonly ShownModule[]> {
    while (true) {
      const { modules, missing, missingFields } = findShownModules(values, this)
      if (missing.length + missingFields.length === 0) return modules

      await this.#learnModules(missing.slice(0, most))
      for (const operation of missingFields)
        this.fields.set(operation, await this.#wiki.fields(operation))
    }
  }

  async #learnModules(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return
    const told = await this.#wiki.modules(paths)
    const namespaces = told.some(needsNamespaces) ? await this.#wiki.namespaces() : {}
    for (const path of paths) {
      const module = told.find((one) => one.path === path) ?? untold(path)
      this.modules.set(path, withNamespaces(module, namespaces))
    }
  }
}

/** A module of which the wiki does not tell has no parameters that we know. */
function untold(path: string): ModuleInfo {
  const name = path.replace(/^.*\+/, '')
  return { name, path, prefix: '', helpurls: [], parameters: [], templatedparameters: [] }
}

type Handler = (...values: readonly unknown[]) => unknown

interface Hook {
  add(...handlers: readonly Handler[]): Hook
  remove(...handlers: readonly Handler[]): Hook
  fire(...values: readonly unknown[]): Hook
}

/** Makes `mw.hook`: who comes too late hears what was fired last. */
export function makeHooks(): (name: string) => Hook {
  const hooks = new Map<string, Hook>()
  return (name) => {
    const hook = hooks.get(name) ?? makeHook()
    hooks.set(name, hook)
    return hook
  }
}

function makeHook(): Hook {
  const all = new Set<Handler>()
  let last: readonly unknown[] | undefined
  const hook: Hook = {
    add(...handlers) {
      for (const handler of handlers) {
        all.add(handler)
        if (last !== undefined) handler(...last)
      }
      return hook
    },
    remove(...handlers) {
      for (const handler of handlers) all.delete(handler)
      return hook
    },
    fire(...values) {
      last = values
      for (const handler of all) handler(...values)
      return hook
    },
  }
  return hook
}

/** The actions that a block can be from, by the numbers under which MediaWiki keeps them. */
export const blockActions = { upload: 1, move: 2, create: 3 } as const

/** The names of these actions. */
export const blockActionNames = Object.keys(blockActions) as readonly (keyof typeof blockActions)[]

/** The name of the action with a number. */
export function findBlockAction(number: number): keyof typeof blockActions | undefined {
  return blockActionNames.find((name) => blockActions[name] === number)
}

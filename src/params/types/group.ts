import type { ParamSpec } from '../param-spec.ts'
import type { ParamPlace } from '../param-types.ts'
import type { ParamReading } from '../read-params.ts'
import { unrecognized } from './word.ts'

/** Reads the name of a group that users can be put into; which there are is a setting. */
export function readGroup(text: string, place: ParamPlace): string {
  const { groups } = place.reading
  if (groups.includes(text)) return text
  throw unrecognized(text, place, groups)
}

/** The groups that `*` stands for, where a parameter allows it. */
export function groupsFor({ all }: ParamSpec, { groups }: ParamReading) {
  return all ? groups : undefined
}

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { message } from '../messages/message.ts'
import { deprecation } from './deprecation.ts'

/** How MediaWiki names a parameter of these modules in `data.feature`. */
// biome-ignore format: a table
const features = [
  { module: 'main',         group: undefined, feature: 'old' },
  { module: 'compare',      group: 'action',  feature: 'action=compare&old' },
  { module: 'json',         group: 'format',  feature: 'format=json&old' },
  { module: 'query+random', group: 'list',    feature: 'action=query&list=random&old' },
]

for (const { module, group, feature } of features) {
  it(`names a parameter of ${module} as a request would`, () => {
    const why = message('paramvalidator-param-deprecated')
    const [first, help] = deprecation({ module, group, name: 'old' }, why)
    assert.deepEqual(
      [first?.module, first?.code, first?.data],
      [module, 'deprecation', { feature }],
    )
    assert.deepEqual([help?.module, help?.code], ['main', 'deprecation-help'])
  })
}

import { checkRight } from '../../modules/check-right.ts'
import { defineQueryModule } from '../../modules/query/query-module.ts'
import { annotate } from '../../result/value.ts'
import { findAsked } from './find-asked.ts'

/** Tells whether an account has a second factor; only programs with a right of its own may ask. */
export const oath = defineQueryModule('meta', {
  name: 'oath',
  className: 'MediaWiki\\Extension\\OATHAuth\\Api\\Module\\ApiQueryOATH',
  prefix: 'oath',
  internal: true,
  since: '1.22',
  examples: [
    {
      query: 'action=query&meta=oath',
      summary: 'apihelp-query+oath-example-1',
      answer: { batchcomplete: true, query: { oath: { enabled: false } } },
    },
    {
      query: 'action=query&meta=oath&oathuser=Example',
      summary: 'apihelp-query+oath-example-2',
      answer: { batchcomplete: true, query: { oath: { enabled: true } } },
    },
  ],
  errors: [{ key: 'apierror-permissiondenied', params: ['###'] }],
  params: {
    user: { type: 'user' },
  },

  async answer(call) {
    await checkRight(call, 'oathauth-api-all', 'query+oath')
    const { factor } = await findAsked(call)
    return { oath: annotate({ enabled: factor !== undefined }, { keepBooleans: ['enabled'] }) }
  },
})

import { annotate } from '../result/value.ts'
import { helpUrl } from './documentation/help-url.ts'
import { findHelpPage, type HelpQuestion } from './help/find-help-page.ts'
import { defineModule } from './module.ts'

const fileName = 'api-help.html'

/** Shows the documentation of modules, on a page that is made of their declarations. */
export const help = defineModule({
  name: 'help',
  helpUrls: [helpUrl('Main_page'), helpUrl('FAQ'), helpUrl('Quick_start_guide')],
  since: '1.8',
  examples: [
    { query: 'action=help', summary: 'apihelp-help-example-main' },
    { query: 'action=help&modules=query&submodules=1', summary: 'apihelp-help-example-submodules' },
    { query: 'action=help&recursivesubmodules=1', summary: 'apihelp-help-example-recursive' },
    { query: 'action=help&modules=help', summary: 'apihelp-help-example-help' },
    {
      query: 'action=help&modules=logout&wrap=1',
      summary: 'apihelp-help-example-wrap',
      answer: { help: { mime: 'text/html', filename: fileName, help: '<!DOCTYPE html>…' } },
    },
    {
      query: 'action=help&modules=query+tokens|query+userinfo',
      summary: 'apihelp-help-example-query',
    },
  ],
  errors: [
    { key: 'apierror-badmodule-badsubmodule', params: ['###', '###'] },
    { key: 'apierror-badmodule-nosubmodules', params: ['###'] },
  ],
  ignoresMaxLag: true,
  showsPage: ({ params }) => params['wrap'] !== true,
  params: {
    modules: { type: 'string', multi: true, default: 'main' },
    submodules: { type: 'boolean' },
    recursivesubmodules: { type: 'boolean' },
    wrap: { type: 'boolean' },
    toc: { type: 'boolean' },
  },

  answer(call) {
    const { params, reply } = call
    const shallow = params.submodules ? 'submodules' : 'itself'
    const depth = params.recursivesubmodules ? 'all' : shallow
    const question: HelpQuestion = { paths: params.modules, depth, hasContents: params.toc }
    const page = findHelpPage(question, call)
    reply.show({ ...page, fileName, isWrapped: params.wrap })
    if (!params.wrap) return undefined

    const wrapped = { mime: 'text/html', filename: fileName, help: page.html }
    return annotate(wrapped, { subElements: ['help'] })
  },
})

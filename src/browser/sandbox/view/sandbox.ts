import { findContinue } from '../answer/find-continue.ts'
import { findProblems } from '../answer/find-problems.ts'
import { buildRequest, type SandboxRequest } from '../request/build-request.ts'
import { namesPlace } from '../request/names-place.ts'
import { openQuery } from '../request/open-query.ts'
import type { Param } from '../request/read-query.ts'
import type { ShownModule, ShownParam } from '../request/shown-modules.ts'
import { startValues } from '../request/start-values.ts'
import { aimLanguageLinks } from './aim-language-links.ts'
import { type Answer, answerView, type Offer } from './answer-view.ts'
import { type AskWiki, askWiki } from './ask-wiki.ts'
import { element } from './element.ts'
import { fillInTokens, missingTokens } from './fill-in-tokens.ts'
import { formView } from './form-view.ts'
import { KnownWiki } from './known-wiki.ts'
import { methodView } from './method-view.ts'
import { otherParamsView } from './other-params-view.ts'
import { readPageData } from './page-data.ts'
import { requestView } from './request-view.ts'
import { say } from './say.ts'
import { sendRequest } from './send-request.ts'
import { showProblems } from './show-problems.ts'
import { statusView } from './status-view.ts'
import { toolbar } from './toolbar.ts'

/** The sandbox: what is filled in, and what comes of it. */
export class Sandbox {
  readonly #apiUrl: string
  /** As programs elsewhere reach it. */
  readonly #publicUrl: string
  readonly #wiki: AskWiki
  readonly #known: KnownWiki
  readonly #values = new Map<string, string>()
  #modules: readonly ShownModule[] = []
  /** Parameters that were added by hand, while it is not known which others belong to them. */
  #unsorted: readonly Param[] | undefined
  /** What was sent before anything was continued. */
  #base: ReadonlyMap<string, string> = new Map()
  /** Counts changes: what is learned for an earlier one comes too late. */
  #turn = 0
  /** Counts requests: only the last one's answer is shown. */
  #sent = 0

  readonly #root: HTMLElement
  readonly #status = statusView()
  readonly #toolbar = toolbar(() => this.#clear())
  readonly #others = otherParamsView(() => this.#showRequest())
  readonly #method = methodView(() => this.#showRequest())
  readonly #request = requestView()
  readonly #answer = answerView()
  readonly #form = formView(
    {
      change: (name, value) => this.#change(name, value),
      getToken: (type) => this.#getToken(type),
      filledIn: (name) => this.#values.get(name),
    },
    this.#others.element,
  )

  /** Takes the place of what is there for who has no scripts. */
  constructor(root: HTMLElement) {
    this.#root = root
    const { config } = readPageData()
    const path = `${config.wgScriptPath}/api.php`
    this.#apiUrl = location.origin + path
    this.#publicUrl = config.wgServer + path
    this.#wiki = askWiki(this.#apiUrl, config.wgUserLanguage)
    this.#known = new KnownWiki(this.#wiki)
    const result = element(
      'div',
      { class: 'jeton-sandbox-result' },
      this.#method.element,
      this.#toolbar.element,
      this.#status.element,
      this.#request.element,
      this.#answer.element,
    )
    const attributes = { class: 'jeton-sandbox', novalidate: true }
    const form = element('form', attributes, this.#form.element, result)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#base = new Map(this.#values)
      return this.#send()
    })
    root.replaceChildren(form)
    addEventListener('hashchange', ({ oldURL }) => {
      // Who goes to a place of the page keeps the request, and its address.
      if (namesPlace(location.hash)) history.replaceState(null, '', oldURL)
      else void this.load()
    })
  }

  /** Fills in what the address says. */
  load(): Promise<void> {
    this.#answer.clear()
    return this.#fillIn(startValues(location.hash))
  }

  async #fillIn(values: ReadonlyMap<string, string>, others: readonly Param[] = []): Promise<void> {
    this.#values.clear()
    for (const [name, value] of values) this.#values.set(name, value)
    this.#unsorted = others
    this.#root.setAttribute('aria-busy', 'true')
    await this.#update()
    this.#root.setAttribute('aria-busy', 'false')
  }

  #clear(): void {
    history.replaceState(null, '', location.pathname + location.search)
    this.#status.show('')
    void this.load()
  }

  #change(name: string, value: string | undefined): void {
    if (value === undefined) this.#values.delete(name)
    else this.#values.set(name, value)
    void this.#update()
  }

  /** Shows the fields of the modules that are asked now. */
  async #update(): Promise<void> {
    const turn = ++this.#turn
    const late = setTimeout(() => this.#status.show(say('pages-sandbox-loading')), 300)
    // Without the wiki there is nothing to show but that.
    try {
      const modules = await this.#known.findModules(this.#values)
      if (turn !== this.#turn) return
      this.#modules = modules
    } catch (error) {
      this.#status.showError(say('pages-sandbox-failed', String(error)))
      return
    } finally {
      clearTimeout(late)
    }
    this.#status.clear(say('pages-sandbox-loading'))
    this.#sortOut()
    this.#form.show(this.#modules, this.#values)
    this.#showRequest()
  }

  /** What no module takes is sent nevertheless, as the address says it. */
  #sortOut(): void {
    if (this.#unsorted === undefined) return
    const known = new Set(this.#params().map(({ name }) => name))
    const unknown = [...this.#values].filter(([name]) => !known.has(name))
    for (const [name] of unknown) this.#values.delete(name)
    this.#others.show([...unknown, ...this.#unsorted])
    this.#unsorted = undefined
  }

  #params(): readonly ShownParam[] {
    return this.#modules.flatMap(({ params }) => params)
  }

  #buildRequest(): SandboxRequest {
    return buildRequest({
      modules: this.#modules,
      values: this.#values,
      others: this.#others.read(),
      method: this.#method.chosen,
    })
  }

  #showRequest(): void {
    const request = this.#buildRequest()
    this.#method.show(request)
    const needsToken = missingTokens(this.#params(), this.#values).length > 0
    this.#toolbar.note(needsToken ? say('pages-sandbox-tokenmissing') : '')
    this.#request.show({ ...request, apiUrl: this.#publicUrl })
    aimLanguageLinks(openQuery(request))
  }

  async #getToken(type: string): Promise<string> {
    // A wiki that gives none says so.
    try {
      const token = await this.#wiki.token(type)
      this.#status.show(say('pages-sandbox-tokenfetched'))
      return token
    } catch (error) {
      this.#status.showError(say('apisandbox-results-fixtoken-fail', type, String(error)))
      return ''
    }
  }

  async #fillInTokens(which: 'all' | 'missing'): Promise<void> {
    await fillInTokens(which, {
      params: this.#params(),
      values: this.#values,
      getToken: (type) => this.#getToken(type),
    })
    this.#form.show(this.#modules, this.#values)
  }

  async #send(): Promise<void> {
    for (const field of this.#form.fields()) field.showProblem('')
    this.#status.show(say('apisandbox-sending-request'))
    await this.#update()
    await this.#fillInTokens('missing')
    const request = this.#buildRequest()
    this.#showRequest()
    history.replaceState(null, '', `#${openQuery(request)}`)
    const sent = ++this.#sent
    // There may be no answer at all.
    try {
      const answer = await sendRequest(this.#apiUrl, request)
      if (sent === this.#sent) this.#showAnswer(answer)
    } catch (error) {
      this.#answer.showFailure(say('apisandbox-results-error', String(error)))
      this.#status.showError(say('apisandbox-results-error', String(error)))
    }
  }

  #showAnswer(answer: Answer): void {
    const problems = findProblems(answer.value, this.#params())
    const [first] = problems
    this.#answer.show(answer, [
      ...((first?.code ?? answer.error) === 'badtoken' ? [this.#offerToken()] : []),
      ...showProblems(problems, this.#form.fields()),
      ...this.#offerToContinue(findContinue(answer.value)),
    ])
    if (first !== undefined) {
      this.#status.showError(say('pages-sandbox-refused', first.code, first.text))
      return
    }
    // Other formats than JSON are not read here.
    if (answer.error !== undefined) this.#status.showError(`MediaWiki-API-Error: ${answer.error}`)
    else this.#status.tell(say('pages-sandbox-answered', String(answer.status)))
  }

  #offerToken(): Offer {
    const act = async () => {
      await this.#fillInTokens('all')
      await this.#send()
    }
    return { label: say('apisandbox-results-fixtoken'), act }
  }

  #offerToContinue(next: readonly Param[]): readonly Offer[] {
    if (next.length === 0) return []
    const act = async () => {
      await this.#fillIn(new Map([...this.#base, ...next]), this.#others.read())
      await this.#send()
    }
    return [{ label: say('apisandbox-continue'), act }]
  }
}

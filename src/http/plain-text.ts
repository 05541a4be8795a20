import type { HttpResponse } from './message.ts'

/** Answers with a line of text, for who asked in a way that nothing else can answer. */
export function plainText(status: number, body: string): HttpResponse {
  return { status, headers: [['Content-Type', 'text/plain; charset=utf-8']], body }
}

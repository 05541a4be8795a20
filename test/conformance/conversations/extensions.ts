import type { Conversation } from '../../../src/compare/conversation.ts'
import { get, post } from '../steps.ts'

/** What a wiki without extensions says to who asks for theirs. */
export const extensions: readonly Conversation[] = [
  {
    name: 'does not know what only an extension has',
    steps: [
      get('action=session_verification'),
      get('action=session_verification&token=123ABC&errorformat=raw'),
      post('action=jetonendsession&others=1&token=%2B%5C'),
      get('action=query&list=jetonsessions'),
      get('action=query&list=jetonsessions|allusers&aufrom=zzzz&jeslimit=1'),
      get('action=paraminfo&modules=session_verification|query%2Bjetonsessions'),
    ],
  },
]

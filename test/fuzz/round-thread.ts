import { parentPort } from 'node:worker_threads'
import { type Round, runRound } from './run-round.ts'

// A thread runs the rounds that it is given, one after the other.
parentPort?.on('message', async (round: Round) => {
  parentPort?.postMessage(await runRound(round))
})

import { parentPort, workerData } from 'node:worker_threads'
import { runSchedules } from './run-schedules.ts'

// Whoever starts the thread says which schedules it is to run.
parentPort?.postMessage(await runSchedules(workerData))

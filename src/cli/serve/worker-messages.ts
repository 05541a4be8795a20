import type { ServePlan } from './serve-plan.ts'

/** What a worker is told: to serve as planned, or to let requests under way finish and end. */
export type WorkerOrder = { readonly serve: ServePlan } | 'stop'

/** What a worker says: that it waits for orders, that it serves, or why it cannot, that a signal came. */
export type WorkerReport = 'loaded' | 'serving' | { readonly cannot: string } | 'asked to end'

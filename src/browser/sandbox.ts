import { Sandbox } from './sandbox/view/sandbox.ts'

const root = document.getElementById('mw-apisandbox')
if (root !== null) await new Sandbox(root).load()

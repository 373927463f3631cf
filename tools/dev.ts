// `npm run dev`: the program, restarted when the server's files change, and the web app with hot reload.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './steps/step.ts'

const run = (args: string[]): ChildProcess =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })

const children = [
  run(['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', ...process.argv.slice(2)]),
  run([join(root, 'node_modules/vite/bin/vite.js'), 'apps/web', '--logLevel=warn']),
]
console.log('The web app with hot reload: http://127.0.0.1:5173')

let stopping = false
function stop(signal: NodeJS.Signals): void {
  stopping = true
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal))
process.on('SIGINT', () => {
  stopping = true
  // Ctrl+C at a terminal already reaches the children: twice would cut their orderly stop short.
  if (!process.stdin.isTTY) stop('SIGINT')
})
for (const child of children)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0
    if (!stopping) stop('SIGTERM')
  })

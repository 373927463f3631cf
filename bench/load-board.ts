// The other side of board-read: browsers that ask again as soon as they are answered (or after a pause), in a process of their own.
import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'

const [url = '', cookie = '', connections = '8', seconds = '5', pause = '0'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const times: number[] = []
let bytes = 0

const ask = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get(url, { agent, headers: { cookie, accept: 'application/json' } }, (response) => {
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`))
        times.push(performance.now() - start)
        resolve()
      })
    }).on('error', reject)
  })

async function loop(until: number): Promise<void> {
  while (performance.now() < until) {
    await ask()
    if (pause !== '0') await setTimeout(Number(pause))
  }
}

const warm = performance.now() + 1500
await Promise.all(Array.from({ length: Number(connections) }, () => loop(warm)))
times.length = 0
bytes = 0
const start = performance.now()
const until = start + Number(seconds) * 1000
await Promise.all(Array.from({ length: Number(connections) }, () => loop(until)))
const elapsed = (performance.now() - start) / 1000
times.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    perSecond: times.length / elapsed,
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
    kilobytes: bytes / times.length / 1000,
  }),
)
process.exit(0)

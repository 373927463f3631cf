// The browsers of live.ts, in a process of their own: open streams, one of them moves a visit, all note when they hear.
import { get, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

const [address = '', cookie = '', assignmentId = '', streams = '200', changes = '40'] =
  process.argv.slice(2)

/** When each stream heard of each version. */
const heard = new Map<number, number[]>()

const open = (): Promise<void> =>
  new Promise((resolve, reject) => {
    get(`${address}/api/live`, { headers: { cookie }, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const now = performance.now()
        text += chunk
        const frames = text.split('\n\n')
        text = frames.pop() ?? ''
        for (const frame of frames) {
          if (frame.includes('event: ready')) resolve()
          const data = /^data: (.*)$/m.exec(frame)?.[1]
          const event = data && data !== '{}' ? JSON.parse(data) : undefined
          if (event?.name === 'assignment_moved')
            heard.get(event.payload.assignment.version)?.push(now)
        }
      })
    }).on('error', reject)
  })

const move = (body: unknown): Promise<{ version: number }> =>
  new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { cookie, 'content-type': 'application/json' } }
    const url = `${address}/api/planning/assignments/${assignmentId}/move`
    const call = request(url, options, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text)),
      )
    })
    call.on('error', reject)
    call.end(JSON.stringify(body))
  })

await Promise.all(Array.from({ length: Number(streams) }, open))
let version = 1
const seen: number[] = []
const answered: number[] = []
let missed = 0
for (let n = 0; n < Number(changes); n++) {
  const arrivals: number[] = []
  heard.set(version + 1, arrivals)
  const start = performance.now()
  const startsAt = `2026-11-23T${n % 2 ? '10' : '14'}:00:00+01:00`
  version = (await move({ version, startsAt })).version
  answered.push(performance.now() - start)
  for (let wait = 0; arrivals.length < Number(streams) && wait < 100; wait++) await setTimeout(20)
  missed += Number(streams) - arrivals.length
  seen.push(...arrivals.map((at) => at - start))
  await setTimeout(150)
}
const at = (values: number[], q: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))]
console.log(
  JSON.stringify({
    heard: seen.length,
    missed,
    p50: at(seen, 0.5),
    p95: at(seen, 0.95),
    p99: at(seen, 0.99),
    answerP50: at(answered, 0.5),
  }),
)
process.exit(0)

// Prometheus figures of this process.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export class Metrics {
  readonly #registry = new Registry()
  readonly #duration: Histogram<'method' | 'route' | 'status'>
  readonly #refused: Counter<'status'>

  constructor(gauges: Readonly<Record<string, { help: string; value: () => number }>>) {
    collectDefaultMetrics({ register: this.#registry })
    this.#duration = new Histogram({
      name: 'regie_http_request_seconds',
      help: 'Time to answer, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.#registry],
    })
    this.#refused = new Counter({
      name: 'regie_http_refused_total',
      help: 'Answers of 400 and above',
      labelNames: ['status'],
      registers: [this.#registry],
    })
    for (const [name, { help, value }] of Object.entries(gauges))
      new Gauge({
        name: `regie_${name}`,
        help,
        registers: [this.#registry],
        collect() {
          this.set(value())
        },
      })
  }

  request(method: string, route: string, status: number, seconds: number): void {
    this.#duration.observe({ method, route, status }, seconds)
    if (status >= 400) this.#refused.inc({ status })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}

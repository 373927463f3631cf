// What somebody chose as a plan, on its way to be a picture that can be sent.
import { PLAN_BYTES, type PlanType } from '@regie/contract/production-stage-plans'

/** A PDF is read here, only the page that is chosen is sent. */
const PDF_BYTES = 40 * 1_048_576
/** Long edge of a page as it is sent: a sheet of A3 at more than 200 dots an inch. */
export const PAGE_EDGE = 3600

const types: Readonly<Record<string, PlanType | 'application/pdf'>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

export const planEndings: readonly string[] = Object.keys(types).map((ending) => `.${ending}`)

/** By its ending, which was asked for; what is in it the server looks at itself. */
export const typeOfName = (name: string): PlanType | 'application/pdf' =>
  types[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'image/png'

export const mostBytes = ({ name }: Pick<File, 'name'>): number =>
  typeOfName(name) === 'application/pdf' ? PDF_BYTES : PLAN_BYTES

/** `Grand plan.pdf` and page 3 → `Grand plan · 3.png`. */
export const nameOfPage = (name: string, page: number): string =>
  `${name.replace(/\.pdf$/i, '')} · ${page}.png`

// Shapes of the contract as JSON Schema: what the contract exports is said once, under its name, and pointed to.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'

export type Json = Record<string, unknown>

export type Shapes = {
  /** The JSON Schema of what callers send, and of what they are answered. */
  readonly sent: (shape: z.ZodType) => Json
  readonly answered: (shape: z.ZodType) => Json
  /** What these point to at `#/components/schemas/`. */
  readonly named: Readonly<Record<string, Json>>
}

/** The names of shapes: that of the export, `clientDraft` as `ClientDraft`. */
export type Names = ReadonlyMap<z.ZodType, string>

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const ofFile = (file: string): string => file.replace('.ts', '').split('-').map(capital).join('')

/** Reads the contract: what two capabilities call the same is told apart by theirs. */
export async function contractNames(): Promise<Names> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@regie/contract/kernel')))
  const files = readdirSync(folder).filter((one) => /(?<!\.test)\.ts$/.test(one))
  const exported = new Map<z.ZodType, { readonly name: string; readonly file: string }>()
  for (const file of files.sort()) {
    const found: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href)
    for (const [name, shape] of Object.entries(found))
      if (shape instanceof z.ZodType && !isDescribed(shape) && !exported.has(shape))
        exported.set(shape, { name: capital(name), file })
  }
  const taken = Map.groupBy(exported.values(), ({ name }) => name)
  return new Map(
    [...exported].map(([shape, { name, file }]) => [
      shape,
      (taken.get(name)?.length ?? 0) > 1 ? ofFile(file) + name : name,
    ]),
  )
}

/** Files and the like say themselves what they are. */
const isDescribed = (shape: z.ZodType): boolean => z.globalRegistry.has(shape)

class Named extends z.core.$ZodRegistry<Record<string, unknown>> {
  readonly #names: Names
  constructor(names: Names) {
    super()
    this.#names = names
  }
  override get(shape: z.core.$ZodType): Record<string, unknown> | undefined {
    const id = this.#names.get(shape as z.ZodType)
    return id === undefined ? z.globalRegistry.get(shape) : { id }
  }
}

/** `sent` may lack what has a default; a name whose two sides differ is told twice, `Name` and `NameInput`. */
export function shapesOf(
  sent: readonly z.ZodType[],
  answered: readonly z.ZodType[],
  names: Names,
): Shapes {
  const input = convert(sent, 'input', names)
  const output = convert(answered, 'output', names)
  const apart = differing(input.named, output.named)
  const asSent = (name: string): string => (apart.has(name) ? `${name}Input` : name)
  const asAnswered = (name: string): string => name
  const named = [
    ...[...output.named].map(([name, json]) => [name, pointing(json, asAnswered)] as const),
    ...[...input.named].map(([name, json]) => [asSent(name), pointing(json, asSent)] as const),
  ]
  return {
    sent: (shape) => pointing(input.schemas.get(shape) ?? {}, asSent),
    answered: (shape) => pointing(output.schemas.get(shape) ?? {}, asAnswered),
    named: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

type Converted = {
  readonly schemas: ReadonlyMap<z.ZodType, Json>
  readonly named: ReadonlyMap<string, Json>
}

function convert(shapes: readonly z.ZodType[], io: 'input' | 'output', names: Names): Converted {
  const { properties = {}, $defs = {} } = z.toJSONSchema(
    z.object(Object.fromEntries(shapes.map((shape, index) => [index, shape]))),
    {
      ...{ io, unrepresentable: 'any', reused: 'inline', metadata: new Named(names) },
      override: ({ jsonSchema }) => simplify(jsonSchema, io),
    },
  ) as { properties?: Record<string, Json>; $defs?: Record<string, Json> }
  for (const json of Object.values($defs)) delete json.id
  return {
    schemas: new Map(shapes.map((shape, index) => [shape, properties[index] ?? {}])),
    named: new Map(Object.entries($defs)),
  }
}

/** Leaves out what is true of everything: whole numbers are exact ones, and answers may grow. */
function simplify(json: z.core.JSONSchema.BaseSchema, io: 'input' | 'output'): void {
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum
  if (io === 'output' && json.additionalProperties === false) delete json.additionalProperties
}

const DEFINED = '#/$defs/'

/** Names whose two sides are not the same, or point to such. */
function differing(input: Converted['named'], output: Converted['named']): ReadonlySet<string> {
  const apart = new Set<string>()
  const marked = (json: Json, side: string): string =>
    JSON.stringify(pointing(json, (to) => (apart.has(to) ? `${to} ${side}` : to)))
  for (let before = -1; before !== apart.size; ) {
    before = apart.size
    for (const [name, json] of input) {
      const answered = output.get(name)
      if (answered && marked(json, 'sent') !== marked(answered, 'answered')) apart.add(name)
    }
  }
  return apart
}

/** The same with its `$ref`s leading to the components of an OpenAPI document. */
const pointing = (json: Json, nameOf: (name: string) => string): Json =>
  JSON.parse(
    JSON.stringify(json, (key, value) =>
      key === '$ref' && typeof value === 'string' && value.startsWith(DEFINED)
        ? `#/components/schemas/${nameOf(value.slice(DEFINED.length))}`
        : value,
    ),
  )

// The small language of forms: conditions, bounds and computed fields. Parsed by hand, evaluated over a tree: nothing
// of it ever becomes code.

import { functionNamed, functionNames, type Value } from './form-functions.ts'

export type Binary =
  | '||'
  | '&&'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
export type Expression =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not' | 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: Binary
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'choice'
      readonly test: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

/** Where an expression does not read, and why. `at` counts characters from 0. */
export class ExpressionFault extends Error {
  readonly at: number
  readonly fr: string
  readonly en: string
  constructor(at: number, fr: string, en: string) {
    super(`${en} (character ${at + 1})`)
    this.at = at
    this.fr = `${fr} (caractère ${at + 1})`
    this.en = `${en} (character ${at + 1})`
  }
}

type Token = {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const TOKEN =
  /\s*(?:(\d+(?:[.,]\d+)?)|'([^']*)'|"([^"]*)"|([a-z_][a-z0-9_]*)|(\|\||&&|==|!=|<=|>=|[-+*/%^<>!?:(),=]))/iy

function tokens(text: string): Token[] {
  const found: Token[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) {
      const at = from + text.slice(from).search(/\S/)
      const sign = text[at] ?? ''
      throw new ExpressionFault(
        at,
        `Signe inattendu : ${JSON.stringify(sign)}`,
        `Unexpected sign ${JSON.stringify(sign)}`,
      )
    }
    const [, number, single, double, name, sign] = match
    const at = TOKEN.lastIndex - (match[0]?.trimStart().length ?? 0)
    if (number !== undefined) found.push({ kind: 'number', text: number.replace(',', '.'), at })
    else if (name !== undefined) found.push({ kind: 'name', text: name, at })
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign, at })
    else found.push({ kind: 'text', text: single ?? double ?? '', at })
  }
  return [...found, { kind: 'end', text: '', at: text.length }]
}

/** How tightly each operator binds; `and`, `or`, `et`, `ou` read as signs do. */
const STRENGTH: Readonly<Record<Binary, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 8,
}
// Maps, not objects: names people write must not find what every object inherits.
const WORDS: ReadonlyMap<string, Binary> = new Map([
  ['and', '&&'],
  ['et', '&&'],
  ['or', '||'],
  ['ou', '||'],
])
const CONSTANTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
])
const DEEPEST = 60

class Reader {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0
  constructor(text: string) {
    this.#tokens = tokens(text)
  }

  get #token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 }
  }

  whole(): Expression {
    const expression = this.#choice()
    if (this.#token.kind !== 'end') throw this.#unexpected()
    return expression
  }

  #unexpected(): ExpressionFault {
    const { kind, text, at } = this.#token
    return kind === 'end'
      ? new ExpressionFault(at, "L'expression s'arrête trop tôt", 'The expression ends too soon')
      : new ExpressionFault(
          at,
          `« ${text} » n'est pas attendu ici`,
          `“${text}” is not expected here`,
        )
  }

  #take(sign: string): boolean {
    if (this.#token.kind !== 'sign' || this.#token.text !== sign) return false
    this.#next++
    return true
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected()
  }

  #choice(): Expression {
    if (++this.#depth > DEEPEST)
      throw new ExpressionFault(this.#token.at, 'Trop de parenthèses', 'Nested too deep')
    const test = this.#binary(1)
    let whole: Expression = test
    if (this.#take('?')) {
      const then = this.#choice()
      this.#expect(':')
      whole = { kind: 'choice', test, then, otherwise: this.#choice() }
    }
    this.#depth--
    return whole
  }

  #operator(): Binary | undefined {
    const { kind, text } = this.#token
    if (kind === 'name') return WORDS.get(text.toLowerCase())
    if (kind !== 'sign') return undefined
    if (text === '=') return '=='
    return Object.hasOwn(STRENGTH, text) ? (text as Binary) : undefined
  }

  #binary(least: number): Expression {
    let left = this.#unary()
    for (;;) {
      const operator = this.#operator()
      if (!operator || STRENGTH[operator] < least) return left
      this.#next++
      // The power binds to the right, all others to the left.
      const right = this.#binary(STRENGTH[operator] + (operator === '^' ? 0 : 1))
      left = { kind: 'binary', operator, left, right }
    }
  }

  #unary(): Expression {
    if (this.#take('-')) return { kind: 'minus', of: this.#binary(7) }
    if (this.#take('!')) return { kind: 'not', of: this.#binary(7) }
    if (this.#token.kind === 'name' && /^(not|non)$/i.test(this.#token.text)) {
      this.#next++
      return { kind: 'not', of: this.#binary(3) }
    }
    return this.#operand()
  }

  #operand(): Expression {
    const token = this.#token
    if (this.#take('(')) {
      const inner = this.#choice()
      this.#expect(')')
      return inner
    }
    if (token.kind === 'end' || token.kind === 'sign') throw this.#unexpected()
    this.#next++
    if (token.kind === 'number') return { kind: 'constant', value: Number(token.text) }
    if (token.kind === 'text') return { kind: 'constant', value: token.text }
    if (this.#take('(')) return this.#call(token)
    const constant = CONSTANTS.get(token.text)
    return constant === undefined
      ? { kind: 'name', name: token.text }
      : { kind: 'constant', value: constant }
  }

  #call({ text, at }: Token): Expression {
    const args: Expression[] = []
    if (!this.#take(')')) {
      do args.push(this.#choice())
      while (this.#take(','))
      this.#expect(')')
    }
    const known = functionNamed(text)
    if (!known)
      throw new ExpressionFault(
        at,
        `La fonction « ${text} » n'existe pas (il y a : ${functionNames.join(', ')})`,
        `There is no function “${text}” (there are: ${functionNames.join(', ')})`,
      )
    if (args.length < known.least || args.length > known.most)
      throw new ExpressionFault(
        at,
        `« ${text} » attend ${known.least} valeur(s)`,
        `“${text}” takes ${known.least} value(s)`,
      )
    return { kind: 'call', name: text, args }
  }
}

/** Reads an expression; throws an `ExpressionFault` that says where it does not read. */
export const parseExpression = (text: string): Expression => new Reader(text).whole()

/** The names an expression asks for. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'constant':
      return []
    case 'name':
      return [expression.name]
    case 'not':
    case 'minus':
      return namesIn(expression.of)
    case 'choice':
      return [expression.test, expression.then, expression.otherwise].flatMap(namesIn)
    case 'call':
      return expression.args.flatMap(namesIn)
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    default:
      return expression satisfies never
  }
}

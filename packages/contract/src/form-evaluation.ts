// The value of an expression. Pure; costs one step a sign of it.
import { type Binary, type Expression, parseExpression } from './form-expression.ts'
import { functionNamed, known, real, type Scope, type Value } from './form-functions.ts'

const truth = (value: Value): boolean => value !== null && value !== false && value !== ''

const comparisons: Readonly<Record<'<' | '<=' | '>' | '>=', (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}
const arithmetic: Readonly<
  Record<'+' | '-' | '*' | '/' | '%' | '^', (a: number, b: number) => number>
> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
}

function operate(operator: Binary, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
    case '<=':
    case '>':
    case '>=':
      return known(left) && known(right) && comparisons[operator](left, right)
    case '&&':
    case '||':
      throw new Error('and, or are decided from the left')
    default:
      return known(left) && known(right) ? real(arithmetic[operator](left, right)) : null
  }
}

/** The value of an expression; a division by zero or a number out of range is not known (null). */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value
    case 'name':
      return scope(expression.name)
    case 'not':
      return !truth(evaluate(expression.of, scope))
    case 'minus': {
      const value = evaluate(expression.of, scope)
      return known(value) ? -value : null
    }
    case 'choice':
      return truth(evaluate(expression.test, scope))
        ? evaluate(expression.then, scope)
        : evaluate(expression.otherwise, scope)
    case 'call':
      return (
        functionNamed(expression.name)?.run(expression.args.map((arg) => evaluate(arg, scope))) ??
        null
      )
    case 'binary': {
      const left = evaluate(expression.left, scope)
      if (expression.operator === '&&')
        return truth(left) && truth(evaluate(expression.right, scope))
      if (expression.operator === '||')
        return truth(left) || truth(evaluate(expression.right, scope))
      return operate(expression.operator, left, evaluate(expression.right, scope))
    }
    default:
      return expression satisfies never
  }
}

const read = new Map<string, Expression | null>()

/** The value of a text of the language; null when it does not read or is not known. Texts are read once. */
export function evaluateText(text: string, scope: Scope): Value {
  let expression = read.get(text)
  if (expression === undefined) {
    if (read.size > 2000) read.clear()
    try {
      expression = parseExpression(text)
    } catch {
      expression = null
    }
    read.set(text, expression)
  }
  return expression ? evaluate(expression, scope) : null
}

/** Whether a condition holds; an empty one always does. */
export const holds = (condition: string, scope: Scope): boolean =>
  condition.trim() === '' || truth(evaluateText(condition, scope))

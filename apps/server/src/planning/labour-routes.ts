// Routes of the labour rules of productions.
import * as contract from '@regie/contract/labour-rules'
import { act, type Route, read } from '../platform/http/bind.ts'
import { setLabour } from './commands/labour-rules.ts'
import { getLabour } from './queries/labour.ts'

export const labourRoutes: readonly Route[] = [
  read(contract.getLabour, 'planning.read', (tx, { params }) => getLabour(tx, params.projectId)),
  act(contract.setLabour, setLabour, ({ params, body }) => ({ ...params, ...body })),
]

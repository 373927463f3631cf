import * as contract from '@regie/contract/productions'
import { act, type Route, read } from '../platform/http/bind.ts'
import {
  adoptCrewPack,
  archiveCrewTemplate,
  createCrewTemplate,
  updateCrewTemplate,
} from './commands/crew-templates.ts'
import { applyCrew, copyDay } from './commands/crews.ts'
import { addPhase, cancelPhase, updatePhase } from './commands/phases.ts'
import { addStage, removeStage, updateStage } from './commands/stages.ts'
import { packsIn } from './packs.ts'
import { getProduction } from './queries/production.ts'
import { listCrewTemplates } from './store/crew-templates.ts'

const reads = 'productions.read'

export const routes: readonly Route[] = [
  read(contract.getProduction, reads, (tx, { params }) => getProduction(tx, params.projectId)),
  act(contract.addStage, addStage, ({ params, body }) => ({ ...params, draft: body })),
  act(contract.updateStage, updateStage, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.removeStage, removeStage, ({ params, body }) => ({ ...params, ...body })),
  act(contract.addPhase, addPhase, ({ params, body }) => ({ ...params, draft: body })),
  act(contract.updatePhase, updatePhase, ({ params, body: { version, ...draft } }) => ({
    ...params,
    version,
    draft,
  })),
  act(contract.cancelPhase, cancelPhase, ({ params, body }) => ({ ...params, ...body })),
  act(contract.applyCrew, applyCrew, ({ params, body }) => ({ ...params, ...body })),
  act(contract.copyDay, copyDay, ({ params, body }) => ({ ...params, ...body })),
  read(contract.listCrewTemplates, reads, (tx, { query }) => listCrewTemplates(tx, query)),
  act(contract.createCrewTemplate, createCrewTemplate, ({ body }) => body),
  act(
    contract.updateCrewTemplate,
    updateCrewTemplate,
    ({ params, body: { version, ...draft } }) => ({ ...params, version, draft }),
  ),
  act(contract.archiveCrewTemplate, archiveCrewTemplate, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  read(contract.listCrewPacks, reads, async (tx) => packsIn(tx.actor.language)),
  act(contract.adoptCrewPack, adoptCrewPack, ({ params }) => params),
]

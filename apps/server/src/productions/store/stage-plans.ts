// SQL of productions.stage_plans and productions.plan_spots.
import type { Id, Instant } from '@regie/contract/kernel'
import type {
  PlanPlace,
  PlanSpot,
  PlanSpotDraft,
  StagePlan,
} from '@regie/contract/production-stage-plans'
import { sql } from '../../platform/db/sql.ts'
import type { Tx } from '../../platform/work.ts'

const planColumns = sql`plan.stage_id as "stageId", plan.version, plan.file_id as "fileId", plan.name,
  plan.media_type as type, plan.bytes, plan.width, plan.height, plan.added_at as "addedAt"`
const spotColumns = sql`spot.id, spot.version, spot.stage_id as "stageId", spot.label, spot.number, spot.x, spot.y`

export async function plansOf(tx: Tx, projectId: Id): Promise<StagePlan[]> {
  return await tx.rows(sql<StagePlan>`
    select ${planColumns} from productions.stage_plans as plan
    join productions.stages as stage on stage.organization_id = plan.organization_id and stage.id = plan.stage_id
    where plan.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
    order by plan.stage_id`)
}

export async function spotsOf(tx: Tx, projectId: Id): Promise<PlanSpot[]> {
  return await tx.rows(sql<PlanSpot>`
    select ${spotColumns} from productions.plan_spots as spot
    join productions.stages as stage on stage.organization_id = spot.organization_id and stage.id = spot.stage_id
    where spot.organization_id = ${tx.actor.organizationId} and stage.project_id = ${projectId}
    order by spot.stage_id, lower(spot.label), spot.number`)
}

/** Stages where somebody has a seat in the published plan. */
export async function stagesWorkedOn(tx: Tx, projectId: Id, technicianId: Id): Promise<Id[]> {
  const rows = await tx.rows(sql<{ stage_id: Id }>`
    select distinct phase.stage_id from productions.phases as phase
    join planning.v_assignments as held
      on held.organization_id = phase.organization_id and held.work_order_id = phase.work_order_id
    where phase.organization_id = ${tx.actor.organizationId} and phase.project_id = ${projectId}
      and held.technician_id = ${technicianId} and held.live and held.published_at is not null
    order by phase.stage_id`)
  return rows.map(({ stage_id }) => stage_id)
}

export async function findPlan(tx: Tx, stageId: Id): Promise<StagePlan | undefined> {
  return await tx.maybe(sql<StagePlan>`
    select ${planColumns} from productions.stage_plans as plan
    where plan.organization_id = ${tx.actor.organizationId} and plan.stage_id = ${stageId}`)
}

export type PlanFile = Omit<StagePlan, 'version' | 'addedAt'>

/** False: the stage has a plan already. */
export async function insertPlan(tx: Tx, plan: PlanFile, at: Instant): Promise<boolean> {
  const { stageId, fileId, name, type, bytes, width, height } = plan
  const made = await tx.run(sql`
    insert into productions.stage_plans (organization_id, stage_id, file_id, name, media_type, bytes, width, height, added_at)
    values (${tx.actor.organizationId}, ${stageId}, ${fileId}, ${name}, ${type}, ${bytes}, ${width}, ${height}, ${at})
    on conflict (organization_id, stage_id) do nothing`)
  return made === 1
}

/** Another picture in its place, if it still has `version`; returns whether it had. */
export async function replacePlan(
  tx: Tx,
  version: number,
  plan: PlanFile,
  at: Instant,
): Promise<boolean> {
  const { stageId, fileId, name, type, bytes, width, height } = plan
  const changed = await tx.run(sql`
    update productions.stage_plans
    set file_id = ${fileId}, name = ${name}, media_type = ${type}, bytes = ${bytes}, width = ${width},
      height = ${height}, added_at = ${at}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and stage_id = ${stageId} and version = ${version}`)
  return changed === 1
}

export async function deletePlan(tx: Tx, stageId: Id, version: number): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from productions.stage_plans
    where organization_id = ${tx.actor.organizationId} and stage_id = ${stageId} and version = ${version}`)
  return gone === 1
}

export async function deleteSpotsOf(tx: Tx, stageId: Id): Promise<void> {
  await tx.run(sql`
    delete from productions.plan_spots
    where organization_id = ${tx.actor.organizationId} and stage_id = ${stageId}`)
}

export async function findSpot(tx: Tx, stageId: Id, spotId: Id): Promise<PlanSpot | undefined> {
  return await tx.maybe(sql<PlanSpot>`
    select ${spotColumns} from productions.plan_spots as spot
    where spot.organization_id = ${tx.actor.organizationId} and spot.stage_id = ${stageId} and spot.id = ${spotId}`)
}

/** False: this seat of the role is on the plan already. */
export async function insertSpot(
  tx: Tx,
  { id, stageId, spot }: { id: Id; stageId: Id; spot: PlanSpotDraft },
): Promise<boolean> {
  const made = await tx.run(sql`
    insert into productions.plan_spots (organization_id, id, stage_id, label, number, x, y)
    values (${tx.actor.organizationId}, ${id}, ${stageId}, ${spot.label}, ${spot.number}, ${spot.x}, ${spot.y})
    on conflict do nothing`)
  return made === 1
}

/** Moves it if it still has `version`; returns whether it had. */
export async function saveSpot(
  tx: Tx,
  spotId: Id,
  version: number,
  { x, y }: PlanPlace,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update productions.plan_spots set x = ${x}, y = ${y}, version = version + 1
    where organization_id = ${tx.actor.organizationId} and id = ${spotId} and version = ${version}`)
  return changed === 1
}

export async function deleteSpot(tx: Tx, spotId: Id, version: number): Promise<boolean> {
  const gone = await tx.run(sql`
    delete from productions.plan_spots
    where organization_id = ${tx.actor.organizationId} and id = ${spotId} and version = ${version}`)
  return gone === 1
}

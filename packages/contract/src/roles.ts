// Who people are inside an organisation.
import { z } from 'zod'

/** What a member may do follows from the role (the table is at `GET /api/permissions`). */
export const role = z.enum(['owner', 'planner', 'manager', 'accountant', 'technician'])
export type Role = z.infer<typeof role>

export const language = z.enum(['fr', 'en'])
export type Language = z.infer<typeof language>

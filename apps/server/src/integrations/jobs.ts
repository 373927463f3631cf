// Background work: positions for addresses.
import type { z } from 'zod'
import { program } from '../platform/actor.ts'
import { job } from '../platform/jobs.ts'
import type { Services } from '../platform/services.ts'
import { type AddressService, createAddressService } from './geocoding/address-service.ts'
import { locateSites } from './geocoding/locate-sites.ts'
import { geocodingTicket } from './model.ts'

/** One for each service, so that all jobs of this process share its pace. */
const services = new Map<string, AddressService>()

function serviceAt(url: string): AddressService {
  const known = services.get(url) ?? createAddressService({ url })
  services.set(url, known)
  return known
}

/** `keyed` by organisation: one at a time waits, and it takes whatever is without a position then. */
export const geocodeSites = job<z.infer<typeof geocodingTicket.payload>, Services>(
  geocodingTicket.name,
  { payload: geocodingTicket.payload, keyed: true, retryLimit: 5, expireInSeconds: 3_600 },
  async ({ work, config }, _, { organizationId, signal }) => {
    if (!organizationId) return
    const service = config.geocoderUrl ? serviceAt(config.geocoderUrl) : undefined
    const actor = program(organizationId, 'Géocodage')
    await locateSites({ work, service }, actor, signal)
  },
)

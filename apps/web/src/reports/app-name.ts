import { version } from '../../package.json'

/** Which program a signature was taken with, and in which version. */
export const appName = `Régie ${version}`

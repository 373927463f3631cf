export const ok: boolean = true

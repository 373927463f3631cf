/** `a•••@exemple.fr`, `0612 •• •• •• 89`: enough to know one's own, too little to learn another's. */
export function coveredAddress(address: string): string {
  const [user, host] = address.split('@')
  if (host !== undefined) return `${user?.slice(0, 1) ?? ''}•••@${host}`
  return address === '' ? '' : `${address.slice(0, 4)} •• •• •• ${address.slice(-2)}`
}

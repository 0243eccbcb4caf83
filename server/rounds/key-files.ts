export const directory = (roundId: string) => `rounds/${roundId}`
export const secretFile = (roundId: string) => `${directory(roundId)}/secret`
export const sealFile = (roundId: string) => `${directory(roundId)}/seal.pem`
export const ticketFile = (roundId: string, n: number) =>
  `${directory(roundId)}/ticket-${String(n).padStart(5, '0')}.pem`

export const keyFaults = {
  title: 'The keys of this round are not all there',
  text: 'Until they are, the round cannot be closed. Bring the key directory (KEY_DIR) back from where it was last complete.',
  unclosable:
    'This round cannot be closed: its answers can only be opened with keys that are not in KEY_DIR. Bring them back and close it again, or cancel the round.',
  secretMissing: 'The secret of its invitations is missing: no new links can be sent.',
  sealMissing: 'The key that opens its answers is missing.',
  sealWrong: 'The key that opens its answers is not the one the round was opened with.',
  ticketMissing: 'A key that signs tickets is missing: some people cannot answer.',
  ticketWrong: 'A key that signs tickets is not the one the round was opened with.',
}

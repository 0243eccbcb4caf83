/** Where an error happened, without its message: a message may quote what somebody typed, or hold a token. */
export const framesOf = (error: Error): string[] =>
  // The message goes first: a line of it may look like a frame.
  error.stack
    ?.replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line)) ?? []

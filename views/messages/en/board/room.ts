export const room = {
  joined: (n: number) => `${n} joined`,
  done: (done: number, joined: number) => `${done} of ${joined} done`,
  moreThanPeople: (people: number) => `the team has ${people}`,
  iAmDone: 'I am done',
  notDone: 'Not done yet',
}

import { signedIn, strangers, type Role } from './company.ts'

/**
 * Every door there is, and who gets which answer: a status, where it leads to, and what was sent where it matters. A form
 * sent empty is faulty (422): whoever is told so was let in. Whom no line names is refused: without a session a page
 * leads to the sign-in (303) and all else is 401, with one it is 403. A HEAD is answered as the GET of its line.
 */
export interface Door {
  method: 'GET' | 'POST'
  /** With the names of things (company.ts) in place of parameters. */
  address: string
  body: string
  answers: Map<Role, { status: number; to: string | null }>
}

const anyone = [...strangers, ...signedIn]
const without = (all: readonly Role[], ...some: Role[]) => all.filter((role) => !some.includes(role))

/** Of Payments, by product.md: its people, and whoever manages it or a team above, or facilitates it. */
const readers: Role[] = ['member', 'manager', 'facilitator']
const leaders: Role[] = ['manager', 'facilitator']

const lines: [roles: readonly Role[], doors: string][] = [
  [
    anyone,
    `
    GET  /assets/app.css 200
    GET  /assets/icon.svg 200
    GET  /assets/inter-5.3.woff2 200
    GET  /assets/token.js 200
    GET  /assets/receipt.js 200
    GET  /assets/loader.js 200
    GET  /assets/answer.css 200
    GET  /assets/htmx.js 200
    GET  /assets/kit.js 200
    GET  /assets/live.js 200
    GET  /assets/board.js 200
    GET  /assets/drafts.js 200
    GET  /assets/wall.js 200
    GET  /assets/board.css 200
    GET  /health 200
    GET  /ready 200
    GET  /metrics 404
    GET  /doctor 404
    GET  /calendar.ics 404
    GET  /setup 303 /sign-in
    POST /setup 409
    GET  /setup/sample 303 /setup
    GET  /setup/sample/progress 200
    POST /setup/sample 409
    POST /setup/sample/removal 403 token=guessed
    POST /sign-in 200 email=nobody@acme.example
    GET  /sign-in/<sign-in link> 200
    GET  /sign-in/<nothing> 410
    POST /sign-in/<sign-in link> 303 /
    POST /sign-in/<nothing> 410
    GET  /reminders/<reminder link> 200
    POST /reminders/<reminder link>/refusal 303 /reminders/<reminder link>
    POST /reminders/<reminder link>/resumption 303 /reminders/<reminder link>
    GET  /reminders/<reminder link>/<mail> 200
    POST /reminders/<reminder link>/<mail> 200
    GET  /reminders/<reminder link>/<nothing> 404
    POST /reminders/<reminder link>/<nothing> 404
    GET  /reminders/<nothing>/<mail> 404
    POST /reminders/<nothing>/<mail> 404
    GET  /reminders/<nothing> 404
    GET  /own-link 200
    POST /own-link 200 email=nobody@acme.example
    GET  /answer 200
    GET  /answering/scripts/<script>.js 200
    POST /answering/invitation 200 token=<invitation>
    POST /answering/tickets 400
    POST /answering/ballots 400
    GET  /rounds/<open round>/manifest.json 200
    GET  /rounds/<planned round>/manifest.json 404
    GET  /rounds/<published round>/receipts.json 200
    GET  /rounds/<open round>/receipts.json 404
    GET  /rounds/<open round>/promise 200
    GET  /rounds/<planned round>/promise 404
    GET  /join 200
    POST /join 303 /boards/<board>/seat?code=<code> code=<code>
    POST /join 422 code=guessed
    GET  /join/<code> 303 /boards/<board>/seat?code=<code>`,
  ],
  [strangers, 'GET /sign-in 200'],
  [signedIn, 'GET /sign-in 303 /'],

  // Where people land.
  [['member'], 'GET / 303 /rounds/<published round>/results/<team>'],
  [['other member'], 'GET / 303 /rounds/<published round>/results/<other team>'],
  [['former leader'], 'GET / 303 /rounds/<published round>/results/<leaders’ team>'],
  [['manager', 'other manager'], 'GET / 303 /overview'],
  [['facilitator'], 'GET / 303 /teams/<team>/kit'],
  [['other facilitator'], 'GET / 303 /teams/<other team>/kit'],
  [['administrator'], 'GET / 200'],

  // One's own, and what is of the organisation as a whole: once a round has closed, and nothing before.
  [
    signedIn,
    `
    GET  /sessions 200
    POST /sessions/<session>/revocation 303 /sessions
    POST /sign-out 303 /sign-in
    GET  /reminders 200
    POST /reminders/refusal 303 /reminders
    POST /reminders/resumption 303 /reminders
    GET  /sample 404
    POST /sample/visits 404 as=administrator
    GET  /results 200
    GET  /results/<organisation> 303 /rounds/<published round>/results
    GET  /results/<team> 303 /rounds/<published round>/results/<team>
    GET  /rounds/<published round>/results 200
    GET  /rounds/<open round>/results 404
    GET  /rounds/<published round>/cells.json 200
    GET  /rounds/<open round>/cells.json 404
    GET  /rounds/<published round>/cells.csv 200
    GET  /rounds/<open round>/cells.csv 404
    GET  /rounds/<published round>/privacy 200
    GET  /rounds/<open round>/privacy 404
    GET  /overview/<organisation> 200
    GET  /overview/<organisation>/trends.json 200
    GET  /overview/<organisation>/trends.csv 200
    GET  /gaps/<organisation> 200
    GET  /gaps/<organisation>/gaps.json 200
    GET  /gaps/<organisation>/gaps.csv 200
    GET  /heatmap/<organisation> 200
    GET  /heatmap/<organisation>/heatmap.json 200
    GET  /heatmap/<organisation>/heatmap.csv 200
    GET  /boards 200
    GET  /actions 200
    GET  /learnt 200`,
  ],
  ...(
    [
      [['member'], 'team'],
      [['manager'], 'team above'],
      [['facilitator'], 'team'],
      [['other member', 'other facilitator'], 'other team'],
      [['other manager'], 'other team above'],
      [['former leader'], 'leaders’ team'],
      [['administrator'], 'organisation'],
    ] as [Role[], string][]
  ).map(([roles, first]): [Role[], string] => [
    roles,
    `
    GET /overview 303 /overview/<${first}>
    GET /gaps 303 /gaps/<${first}>
    GET /heatmap 303 /heatmap/<${first}>`,
  ]),

  // A team's results, and what it makes of them. Administrators get no additional results.
  [
    readers,
    `
    GET  /rounds/<published round>/results/<team> 200
    GET  /rounds/<open round>/results/<team> 404
    GET  /overview/<team> 200
    GET  /overview/<team>/trends.json 200
    GET  /overview/<team>/trends.csv 200
    GET  /gaps/<team> 200
    GET  /gaps/<team>/gaps.json 200
    GET  /gaps/<team>/gaps.csv 200
    GET  /heatmap/<team> 200
    GET  /heatmap/<team>/heatmap.json 200
    GET  /heatmap/<team>/heatmap.csv 200
    GET  /teams/<team>/agreement 200
    GET  /teams/<team>/actions 200
    GET  /teams/<team>/actions.csv 200
    GET  /teams/<team>/actions.md 200
    GET  /boards/<ended board>/record 200
    GET  /boards/<ended board>/board.md 200`,
  ],
  [without(signedIn, ...readers), 'GET /rounds/<open round>/results/<team> 404'],
  [['member', 'manager'], 'GET /rounds/<published round>/results/<team above> 200'],
  [['member', 'manager'], 'GET /overview/<team above> 200'],
  [['manager'], 'GET /rounds/<published round>/results/<team beside> 200'],
  [['manager'], 'GET /overview/<team beside> 200'],
  [[], 'GET /rounds/<published round>/results/<nothing> 200'],
  [[], 'GET /overview/<nothing> 200'],

  // What a team shared is taken back by whoever leads it, or by an administrator.
  [[...leaders, 'administrator'], 'POST /learnt/<learnt>/removal 303 /learnt'],

  // Whoever manages or facilitates a team holds its retros, and says what it decided.
  [
    leaders,
    `
    GET  /teams/<team>/agreement/new 200
    GET  /teams/<team>/learnt/new 200
    POST /teams/<team>/learnt 422
    POST /teams/<team>/agreements 422
    POST /teams/<team>/acknowledgements 422
    POST /overview/<team>/annotations 422
    GET  /overview/<team>/annotations/<annotation> 200
    POST /overview/<team>/annotations/<annotation> 422
    POST /overview/<team>/annotations/<annotation>/removal 303 /overview/<team>
    GET  /teams/<team>/kit 200
    POST /teams/<team>/kit 422
    POST /teams/<team>/kit/topics/<nothing>/moves/<direction> 404
    POST /boards 303 team=<team>
    GET  /boards/<board> 200
    GET  /boards/<ended board> 303 /boards/<ended board>/record
    GET  /boards/<board>/events 200
    GET  /boards/<board>/record 200
    GET  /boards/<board>/board.md 200
    POST /boards/<board>/reveal 303 /boards/<board>
    POST /boards/<board>/stage 422
    POST /boards/<board>/lock 303 /boards/<board>
    POST /boards/<board>/lock/removal 303 /boards/<board>
    POST /boards/<board>/timer 422
    POST /boards/<board>/timer/removal 303 /boards/<board>
    POST /boards/<board>/timer/extension 422
    POST /boards/<board>/topic 422
    POST /boards/<board>/more 409
    POST /boards/<board>/grouping 303 /boards/<board>
    POST /boards/<board>/grouping/removal 303 /boards/<board>
    POST /boards/<board>/declined 422
    POST /boards/<board>/moves 422
    POST /boards/<board>/groups 422
    POST /boards/<board>/groups/<card> 404
    POST /boards/<board>/separations 422
    POST /boards/<board>/hiding 422
    POST /boards/<board>/hiding/removal 422
    POST /boards/<board>/actions 409
    GET  /boards/<board>/ending 200
    POST /boards/<board>/ending 303 /boards/<board>/record
    POST /actions 422 team=<team>
    GET  /actions/<action>/edit 200
    POST /actions/<action> 422
    POST /actions/<action>/completion 303 /teams/<team>/actions
    GET  /actions/<action>/drop 200
    POST /actions/<action>/drop 422
    POST /actions/<action>/reopening 409
    POST /actions/<action>/issue 404
    GET  /teams/<team>/tracker 200
    POST /teams/<team>/tracker 422
    POST /teams/<team>/tracker/test 404
    POST /teams/<team>/tracker/visit 404
    POST /teams/<team>/tracker/removal 303 /teams/<team>/tracker
    GET  /chat/channels/<channel>/agreement 200
    POST /chat/channels/<channel>/agreement 303 /chat/channels/<channel>/agreement
    POST /chat/channels/<channel>/agreement/removal 303 /chat/channels/<channel>/agreement`,
  ],
  // Whoever owns an action may do it; who leads no such team is offered none to choose from.
  [['member'], 'POST /actions/<action>/completion 303 /teams/<team>/actions'],
  [
    [...leaders, 'other manager', 'other facilitator'],
    'POST /boards/templates/<nothing>/removal 303 /boards',
  ],
  [without(signedIn, ...leaders), 'POST /boards 422 team=<team>'],
  [without(signedIn, ...leaders), 'GET /boards/<board> 303 /boards/<board>/seat'],
  [without(signedIn, ...leaders), 'GET /boards/<ended board> 303 /boards/<ended board>/seat'],

  // On a board: by its code alone, whoever that is. Whoever leads needs none.
  [
    ['seat'],
    `
    GET  /boards/<board>/seat 200
    GET  /boards/<board>/seat/events 200
    POST /boards/<board>/cards 422
    GET  /boards/<board>/cards/<card> 200
    POST /boards/<board>/cards/<card> 422
    POST /boards/<board>/cards/<card>/removal 303 /boards/<board>/seat
    POST /boards/<board>/votes 400
    POST /boards/<board>/votes/withdrawal 409
    POST /boards/<board>/seat/signs/<nothing> 400
    POST /boards/<board>/seat/signs/<nothing>/removal 400
    POST /boards/<board>/seat/groups 422
    POST /boards/<board>/seat/groups/<card> 409
    POST /boards/<board>/seat/separations 422
    POST /boards/<board>/seat/moves 400
    POST /boards/<board>/seat/actions 422`,
  ],
  [leaders, 'GET /boards/<board>/seat 303 /boards/<board>/seat'],
  [without(anyone, 'seat', ...leaders), 'GET /boards/<board>/seat 303 /join'],
  [anyone, 'GET /boards/<ended board>/seat 409'],
  [
    without(anyone, 'seat'),
    `
    GET  /boards/<board>/seat/events 403
    POST /boards/<board>/cards 403
    GET  /boards/<board>/cards/<card> 403
    POST /boards/<board>/cards/<card> 403
    POST /boards/<board>/cards/<card>/removal 403
    POST /boards/<board>/votes 403
    POST /boards/<board>/votes/withdrawal 403
    POST /boards/<board>/seat/signs/<nothing> 403
    POST /boards/<board>/seat/signs/<nothing>/removal 403
    POST /boards/<board>/seat/groups 403
    POST /boards/<board>/seat/groups/<card> 403
    POST /boards/<board>/seat/separations 403
    POST /boards/<board>/seat/moves 403
    POST /boards/<board>/seat/actions 403`,
  ],

  [
    ['administrator'],
    `
    GET  /settings 200
    POST /settings 422
    POST /settings/preview 200
    GET  /settings/logo 404
    POST /settings/logo 422
    POST /settings/logo/removal 303 /settings#logo
    GET  /mail 200
    POST /mail/retries 303 /mail
    POST /mail/trials 200
    GET  /chat 200
    POST /chat/channels 422
    POST /chat/channels/<channel>/test 303 /chat
    GET  /chat/channels/<channel>/removal 200
    POST /chat/channels/<channel>/removal 303 /chat
    POST /chat/deliveries/<chat delivery>/repetition 303 /chat
    POST /chat/hosts 422
    POST /chat/hosts/<chat host>/removal 303 /chat
    POST /overview/<organisation>/annotations 422
    GET  /overview/<organisation>/annotations/<annotation> 404
    GET  /audit 200
    GET  /calendar 200
    POST /calendar 303 /calendar
    POST /calendar/skips 422
    POST /calendar/skips/removal 422
    POST /calendar/pause 422
    POST /calendar/resumption 303 /calendar
    GET  /sample/removal 404
    POST /sample/removal 404
    GET  /tokens 200
    POST /tokens 422
    POST /tokens/<token>/revocation 303 /tokens
    GET  /teams 200
    GET  /people 200
    GET  /people.csv 200
    GET  /people/new 200
    POST /people 422
    GET  /people/<person> 200
    POST /people/<person> 422
    GET  /people/<person>/removal 200
    POST /people/<person>/removal 303 /people
    GET  /roster/example.csv 200
    GET  /roster/imports/new 200
    POST /roster/imports 422
    GET  /roster/imports/<roster import> 200
    GET  /roster/imports/<roster import>/progress 200
    POST /roster/imports/<roster import>/application 409
    POST /roster/undo/removal 303 /teams
    GET  /roster/undo 409
    POST /roster/undo 409
    GET  /questions 200
    GET  /questions/new 200
    POST /questions 422
    POST /questions/new/warnings 200
    GET  /questions/<question> 200
    POST /questions/<question> 422
    POST /questions/<question>/retirement 303 /questions
    POST /questions/<question>/restoration 303 /questions
    POST /questions/<question>/place 303 /questions#<question> place=core
    POST /questions/<question>/moves/<direction> 303 /questions#<question>
    GET  /rounds 200
    GET  /rounds/new 200
    POST /rounds 422 name=
    GET  /rounds/<planned round> 200
    GET  /rounds/<planned round>/progress 200
    GET  /rounds/<planned round>/edit 200
    GET  /rounds/<planned round>/opening 200
    GET  /rounds/<open round>/edit 409
    POST /rounds/<planned round> 422 name=
    POST /rounds/<open round> 409 name=
    POST /rounds/<open round>/opening 409
    GET  /rounds/<open round>/closure 200
    GET  /rounds/<published round>/closure 409
    GET  /rounds/<open round>/closure/progress 200
    POST /rounds/<published round>/closure 409
    GET  /rounds/<planned round>/cancellation 200
    POST /rounds/<planned round>/cancellation 303 /rounds
    GET  /figures 200
    GET  /figures/connectors 200
    GET  /figures/connectors/<connector> 200
    GET  /figures/connectors/<nothing> 404
    POST /figures/connectors/<connector> 422
    POST /figures/connectors/<connector>/test 200
    POST /figures/connectors/<connector>/rehearsal 303
    GET  /figures/connectors/<connector>/removal 200
    POST /figures/connectors/<connector>/removal 303 /figures/connectors
    GET  /figures/measures 200
    POST /figures/measures 422
    GET  /figures/measures/<measure> 200
    POST /figures/measures/<measure> 422
    GET  /figures/removals/new 404
    POST /figures/removals 400
    GET  /figures/imports/new 200
    GET  /figures/imports/progress 200
    GET  /figures/imports/<figures import> 200
    GET  /figures/imports/<figures import>/progress 200
    POST /figures/imports/<figures import>/application 303 /figures
    POST /figures/imports/<figures import>/removal 303 /figures/imports/new`,
  ],
  // The one door that a token opens.
  [['administrator', 'token'], 'POST /figures/imports 422'],
]

export const doors: Door[] = []
for (const [roles, text] of lines)
  for (const line of text.trim().split('\n')) {
    const [, method, address, status, to, body] =
      /^\s*(GET|POST) +(\/.*?) (\d{3})(?: (\/.*?))?(?: (\w+=.*))?$/.exec(line)!
    const found = doors.find(
      (one) => one.method === method && one.address === address && one.body === (body ?? ''),
    )
    const door = found ?? { method: method as 'GET', address: address!, body: body ?? '', answers: new Map() }
    if (!found) doors.push(door)
    for (const role of roles) door.answers.set(role, { status: Number(status), to: to ?? null })
  }

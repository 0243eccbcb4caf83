import type { FastifyInstance, RouteHandler } from 'fastify'
import { CalendarPage } from '#views/calendar/calendar.tsx'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { theOrganisation } from '../settings/settings.ts'
import { administrators, anyone, signedIn } from '../web/access-rules.ts'
import { readForm, type FormFaults, type Typed } from '../web/form.ts'
import { ahead, aheadWithQuestions } from './ahead.ts'
import {
  calendarOf,
  keepMonth,
  pauseCalendar,
  resumeCalendar,
  setCalendar,
  skipMonth,
  usualRule,
  type RuleSet,
} from './calendar.ts'
import { feedOf } from './feed.ts'
import { keepForm, pauseForm, ruleForm, skipForm } from './forms.ts'

/** When rounds come: set once, looked at seldom. */
export function calendarRoutes(app: FastifyInstance, context: Context) {
  app.get('/calendar', administrators, showCalendar(context))
  app.post('/calendar', administrators, changeRule(context))
  app.post('/calendar/skips', administrators, skip(context))
  app.post('/calendar/skips/removal', administrators, keep(context))
  app.post('/calendar/pause', administrators, pause(context))
  app.post('/calendar/resumption', administrators, resume(context))
  app.get('/calendar.ics', anyone, feed(context))
}

const showCalendar =
  (context: Context): RouteHandler =>
  async (_request, reply) =>
    reply.page(CalendarPage, await calendarProps(context))

const changeRule =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(ruleForm, request.body)
    if (!form.ok) return reply.faulty(CalendarPage, await calendarProps(context, { rule: form }))
    await setCalendar(context, signedIn(request).id, form.values)
    return reply.done({ to: '/calendar', notice: 'calendarSet' })
  }

const skip =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(skipForm, request.body)
    if (!form.ok) return reply.faulty(CalendarPage, await calendarProps(context, { word: form }))
    await skipMonth(context, signedIn(request).id, form.values)
    return reply.done({ to: '/calendar', notice: 'monthSkipped' })
  }

const keep =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(keepForm, request.body)
    if (!form.ok) return reply.faulty(CalendarPage, await calendarProps(context, { word: form }))
    await keepMonth(context, signedIn(request).id, form.values.month)
    return reply.done({ to: '/calendar', notice: 'saved' })
  }

const pause =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    const form = readForm(pauseForm, request.body)
    if (!form.ok) return reply.faulty(CalendarPage, await calendarProps(context, { word: form }))
    await pauseCalendar(context, signedIn(request).id, form.values)
    return reply.done({ to: '/calendar', notice: 'calendarPaused' })
  }

const resume =
  (context: Context): RouteHandler =>
  async (request, reply) => {
    await resumeCalendar(context, signedIn(request).id)
    return reply.done({ to: '/calendar', notice: 'saved' })
  }

/** Whoever has the address has the dates; they are in everybody's mail anyway. */
const feed =
  (context: Context): RouteHandler<{ Querystring: { key?: string } }> =>
  async (request, reply) => {
    const { read } = context.store
    const calendar = await calendarOf(read)
    if (!calendar || request.query.key !== calendar.feedKey) throw new Refusal('notFound')
    const { name, timeZone } = await theOrganisation(read)
    const { t } = await reply.speech()
    const rounds = calendar.paused === null ? ahead(context, calendar, timeZone) : []
    const told = { name: t.calendar.feedName(name), text: t.calendar.feedText }
    return reply
      .type('text/calendar; charset=utf-8')
      .send(feedOf({ ...told, address: context.config.PUBLIC_URL, rounds }))
  }

type Faulty = { typed: Typed; faults: FormFaults }

/** What was typed wrongly is given back; `word` is what everybody is told of a skip or a pause. */
async function calendarProps(context: Context, { rule, word }: { rule?: Faulty; word?: Faulty } = {}) {
  const { read } = context.store
  const calendar = await calendarOf(read)
  const { timeZone } = await theOrganisation(read)
  const now = calendar ?? { ...usualRule, skipped: [], paused: null }
  return {
    rule: calendar,
    proposed: usualRule,
    timeZone,
    ahead: await aheadWithQuestions(context, now, timeZone),
    feed: calendar && `${context.config.PUBLIC_URL}/calendar.ics?key=${calendar.feedKey}`,
    typed: rule?.typed ?? asTyped(now),
    word: word?.typed ?? {},
    faults: rule?.faults ?? word?.faults ?? {},
  }
}

function asTyped({ week, weekday, time, openDays, reminders, threshold, ...months }: RuleSet): Typed {
  const [reminder = '', reminderAgain = ''] = reminders
  return {
    week: String(week),
    weekday: String(weekday),
    time,
    openDays: String(openDays),
    reminder: String(reminder),
    reminderAgain: String(reminderAgain),
    threshold: String(threshold),
    withoutMonths: months.withoutMonths.map(String),
    quarterMonths: months.quarterMonths.map(String),
  }
}

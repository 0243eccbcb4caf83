import compress from '@fastify/compress'
import fastify, { type FastifyInstance } from 'fastify'
import { addSessions, SetupToken } from './access/access.ts'
import { accessRoutes } from './access/routes.ts'
import { tokenRoutes } from './access/token-routes.ts'
import { answeringRoutes } from './answering/routes.ts'
import { answeringSteps } from './answering/step-routes.ts'
import { agreementRoutes as chatAgreementRoutes } from './chat/agreement-routes.ts'
import { chatRoutes } from './chat/routes.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { JobRuns } from './every-minute.ts'
import { operatingRoutes } from './operating/routes.ts'
import { agreementRoutes } from './insights/agreement-routes.ts'
import { lastMonth } from './news/news.ts'
import { besideOf } from './insights/insights.ts'
import { annotationRoutes } from './insights/annotation-routes.ts'
import { insightRoutes } from './insights/routes.ts'
import { connectorRoutes } from './figures/connectors/routes.ts'
import { figureImportRoutes } from './figures/import-routes.ts'
import { figureRoutes } from './figures/routes.ts'
import { learntRoutes } from './retro/learnt/routes.ts'
import { measureRoutes } from './figures/measure-routes.ts'
import { logoRoutes } from './office/logo-routes.ts'
import { mailRoutes } from './office/mail-routes.ts'
import { announcements } from './jobs.ts'
import { officeRoutes } from './office/routes.ts'
import { settingsRoutes } from './office/settings-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { reminderRoutes } from './people/reminder-routes.ts'
import { rosterRoutes } from './people/roster-routes.ts'
import { undoRoutes } from './people/undo-routes.ts'
import { questionRoutes } from './questionnaire/routes.ts'
import { endingRoutes } from './publishing/routes.ts'
import { cellRoutes } from './results/export-routes.ts'
import { resultsRoutes } from './results/routes.ts'
import { boardRoutes } from './retro/board/routes.ts'
import { kitRoutes } from './retro/kit/routes.ts'
import { actionExportRoutes } from './retro/actions/export-routes.ts'
import { actionRoutes } from './retro/actions/routes.ts'
import { issueRoutes } from './retro/issues/routes.ts'
import { leads } from './retro/leading.ts'
import { actionsFor } from './retro/actions/actions.ts'
import { seedQuestions } from './questionnaire/questionnaire.ts'
import { ownLinkRoutes } from './rounds/own-link-routes.ts'
import { planRoutes } from './rounds/plan-routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { sampleRoutes } from './sample/routes.ts'
import type { Extent } from './sample/sample.ts'
import { requireAccessRules } from './web/access-rules.ts'
import { serveAssets } from './web/assets.ts'
import { limitAddresses, limitBodies, readForms, usualBody } from './web/bodies.ts'
import { answerErrors } from './web/errors.ts'
import { healthRoutes } from './web/health.ts'
import { setHeaders } from './web/headers.ts'
import { addPages } from './web/html.ts'
import { addLimits } from './web/limits.ts'
import { refuseCrossSite } from './web/origin.ts'
import { partsRoutes } from './web/parts.ts'
import { requestIds, tellRequestIds } from './web/request-ids.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The scope of everything but a respondent's steps, with sessions and forms. */
    pages: FastifyInstance
  }
}

interface Options {
  /** The token of the set-up link while nobody has used it. */
  setupToken?: string | null
  /** Where a set-up link goes that is made after the start. */
  print?: (line: string) => void
  /** How long a refused step of answering waits for its reply, and a body has to arrive; in milliseconds. */
  waits?: { refused?: number; body?: number }
  /** How the jobs of this process go. */
  jobs?: JobRuns
  /** How large a sample company becomes when somebody wants one. */
  sample?: Extent
}

/** The whole application, in the order it is put together. Nothing listens yet: tests inject requests. */
export async function buildApp(context: Context, options: Options = {}): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: context.config.TRUST_PROXY,
    bodyLimit: usualBody,
    forceCloseConnections: 'idle',
    ...requestIds,
    routerOptions: { maxParamLength: 200 },
    // A path that cannot be read is never repeated; the 404 page says the rest.
    frameworkErrors: (_error, _request, reply) => void reply.redirect('/not-found', 303),
  })

  await context.store.write(seedQuestions)

  requireAccessRules(app)
  limitBodies(app, options.waits?.body)
  await setHeaders(app, context.config.PUBLIC_URL)
  // Two scopes side by side: what a respondent sends passes no session, no cookie, no form and no compression.
  await app.register((steps) =>
    answeringSteps(steps, context, (teamId) => lastMonth(context, teamId), options.waits?.refused),
  )
  await app.register(async (pages) => {
    app.decorate('pages', pages)
    await addPagesAndForms(pages, context, options)
  })
  return app
}

async function addPagesAndForms(
  app: FastifyInstance,
  context: Context,
  { setupToken = null, print = console.log, jobs = new JobRuns(), sample = {} }: Options,
) {
  tellRequestIds(app)
  answerErrors(app, context.log)
  await app.register(compress, { threshold: 1024, globalDecompression: false })
  await readForms(app)
  await addLimits(app, context)
  await addSessions(app, context)
  limitAddresses(app)
  refuseCrossSite(app, context.config.PUBLIC_URL)
  addPages(app, context)
  serveAssets(app)

  healthRoutes(app, context)
  operatingRoutes(app, context, jobs)
  const setup = new SetupToken(setupToken, (token) => print(setupLine(context.config, token)))
  accessRoutes(app, context, setup)
  tokenRoutes(app, context)
  sampleRoutes(app, context, { setup, extent: sample })
  officeRoutes(app, context)
  settingsRoutes(app, context)
  logoRoutes(app, context)
  mailRoutes(app, context)
  peopleRoutes(app, context)
  rosterRoutes(app, context)
  undoRoutes(app, context)
  await reminderRoutes(app, context)
  questionRoutes(app, context)
  calendarRoutes(app, context)
  planRoutes(app, context)
  ownLinkRoutes(app, context)
  roundRoutes(app, context)
  answeringRoutes(app, context)
  endingRoutes(app, context)
  resultsRoutes(app, context, {
    openActionsOf: async (teamId) => (await actionsFor(context.store.read, teamId)).open,
    besideOf: (round, readers) => besideOf(context.store.read, round, readers),
  })
  cellRoutes(app, context)
  insightRoutes(app, context)
  agreementRoutes(app, context)
  annotationRoutes(app, context)
  boardRoutes(app, context)
  actionRoutes(app, context)
  actionExportRoutes(app, context)
  issueRoutes(app, context)
  learntRoutes(app, context)
  figureRoutes(app, context)
  connectorRoutes(app, context)
  measureRoutes(app, context)
  await figureImportRoutes(app, context)
  kitRoutes(app, context)
  await chatRoutes(app, context, announcements)
  chatAgreementRoutes(app, context, leads)
  if (context.config.NODE_ENV === 'development') partsRoutes(app)
}

export const setupLine = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, token: string): string =>
  `Set up: ${PUBLIC_URL}/setup#${token}`

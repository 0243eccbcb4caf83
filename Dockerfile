# syntax=docker/dockerfile:1

# Not 24: docs/install.md#versions-of-node
FROM node:22-bookworm-slim AS build
WORKDIR /app
# Where no ready-made better-sqlite3 exists, npm compiles it here.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY server server
COPY views views
COPY public public
COPY migrations migrations
# What only compiles goes with what is for development.
RUN npm run compile \
  && npm prune --omit=dev \
  && rm -rf node_modules/esbuild node_modules/@esbuild node_modules/better-sqlite3/deps node_modules/better-sqlite3/src

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data KEY_DIR=/keys
WORKDIR /app
# Commands are run with node (docs/install.md), so npm is not needed any more.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* \
  && install --directory --owner=node --group=node --mode=0700 /data /keys
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/public public
COPY --from=build /app/migrations migrations
COPY --from=build /app/build build
USER node
# Two, because a backup of the data must not hold the keys.
VOLUME ["/data", "/keys"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=50", "build/main.js"]

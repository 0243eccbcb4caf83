import { defineConfig } from 'drizzle-kit'

// DATABASE_URL chooses the dialect here as it does in server/storage/columns.ts; nothing is connected to.
const dialect = process.env['DATABASE_URL']?.startsWith('postgres') ? 'postgresql' : 'sqlite'

export default defineConfig({
  dialect,
  schema: './server/storage/schema/*.ts',
  out: dialect === 'sqlite' ? './migrations/sqlite' : './migrations/postgres',
})

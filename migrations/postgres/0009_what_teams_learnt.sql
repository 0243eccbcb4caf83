CREATE TABLE "learnt" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"text" text NOT NULL,
	"shared_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "learnt" ADD CONSTRAINT "learnt_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learnt_shared" ON "learnt" USING btree ("shared_at");
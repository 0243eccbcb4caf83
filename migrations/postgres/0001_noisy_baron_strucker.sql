CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"board_id" text,
	"round_id" text,
	"text" text NOT NULL,
	"owner_id" text,
	"owner_name" text,
	"due" text NOT NULL,
	"question_id" text,
	"state" text NOT NULL,
	"reason" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"reminded_until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"since" timestamp (3) with time zone NOT NULL,
	"round_id" text
);
--> statement-breakpoint
ALTER TABLE "round_units" ADD COLUMN "own_questions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "round_units" ADD COLUMN "actions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_notes" ADD CONSTRAINT "team_notes_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actions_team" ON "actions" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "actions_due" ON "actions" USING btree ("state","due");--> statement-breakpoint
CREATE INDEX "team_notes_round" ON "team_notes" USING btree ("round_id");
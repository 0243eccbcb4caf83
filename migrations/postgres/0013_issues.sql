CREATE TABLE "issues" (
	"action_id" text PRIMARY KEY NOT NULL,
	"key" text,
	"link" text,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trackers" (
	"team_id" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"tried_at" timestamp (3) with time zone NOT NULL,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trackers" ADD CONSTRAINT "trackers_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;
CREATE TABLE "annotations" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text,
	"month" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_team" ON "annotations" USING btree ("team_id");
CREATE TABLE "annotations" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text,
	"month" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"week" integer NOT NULL,
	"weekday" integer NOT NULL,
	"time" text NOT NULL,
	"open_days" integer NOT NULL,
	"reminders" jsonb NOT NULL,
	"threshold" integer NOT NULL,
	"without_months" jsonb NOT NULL,
	"quarter_months" jsonb NOT NULL,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"paused" text,
	"since" timestamp (3) with time zone NOT NULL,
	"feed_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"host" text NOT NULL,
	"sealed" text NOT NULL,
	"team_id" text,
	"events" jsonb NOT NULL,
	"agreed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"channel_id" text NOT NULL,
	"event" text NOT NULL,
	"about" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "chat_hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"internal" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"work" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assigned_columns" (
	"heading" text PRIMARY KEY NOT NULL,
	"column" text
);
--> statement-breakpoint
CREATE TABLE "roster_undo_people" (
	"import_id" text NOT NULL,
	"person_id" text NOT NULL,
	"email" text NOT NULL,
	"was" jsonb,
	"became" jsonb,
	CONSTRAINT "roster_undo_people_import_id_person_id_pk" PRIMARY KEY("import_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "roster_undos" (
	"import_id" text PRIMARY KEY NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	"teams_made" jsonb NOT NULL,
	"teams_renamed" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logos" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "rounds_listed";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "results" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "reminds_again_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "reminded_again" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "calendar_month" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "changed_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "mail_figures" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "remarks_kept_months" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "log_kept_months" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "letters_kept_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "accent" text DEFAULT '#1f5fa8' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "introduction" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_channels" ADD CONSTRAINT "chat_channels_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_deliveries" ADD CONSTRAINT "chat_deliveries_channel_id_chat_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."chat_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_undo_people" ADD CONSTRAINT "roster_undo_people_import_id_roster_undos_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."roster_undos"("import_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotations_team" ON "annotations" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_deliveries_once" ON "chat_deliveries" USING btree ("channel_id","event","about");--> statement-breakpoint
CREATE INDEX "chat_deliveries_due" ON "chat_deliveries" USING btree ("state","not_before");--> statement-breakpoint
CREATE INDEX "roster_undo_people_person" ON "roster_undo_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roster_undo_people_email" ON "roster_undo_people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_calendar_month" ON "rounds" USING btree ("calendar_month");--> statement-breakpoint
CREATE INDEX "rounds_listed" ON "rounds" USING btree ("state","closes_at","id","name","month","opens_at","reminds_at","threshold","fingerprint","outcome","reminds_again_at","calendar_month");
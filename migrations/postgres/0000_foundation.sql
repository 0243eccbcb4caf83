CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"data" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"action" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"round_id" text NOT NULL,
	"receipt" text NOT NULL,
	"unit_id" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "ballots_round_id_receipt_pk" PRIMARY KEY("round_id","receipt")
);
--> statement-breakpoint
CREATE TABLE "leaderships" (
	"person_id" text NOT NULL,
	"team_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "leaderships_person_id_team_id_role_pk" PRIMARY KEY("person_id","team_id","role")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"sought" text NOT NULL,
	"team_id" text,
	"answers" boolean NOT NULL,
	"administrator" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"roster_version" integer NOT NULL,
	"pasted" text,
	"people" jsonb NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_aliases" (
	"path" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"addressee" text NOT NULL,
	"about" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"round_id" text NOT NULL,
	"id" text NOT NULL,
	"cut" text NOT NULL,
	"name" text NOT NULL,
	"members" jsonb NOT NULL,
	"teams" jsonb NOT NULL,
	"path" jsonb NOT NULL,
	"invited" integer,
	"ballots" integer NOT NULL,
	CONSTRAINT "classes_round_id_id_pk" PRIMARY KEY("round_id","id")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"round_id" text NOT NULL,
	"class_id" text NOT NULL,
	"question" text NOT NULL,
	"code" jsonb NOT NULL,
	CONSTRAINT "codes_round_id_class_id_question_pk" PRIMARY KEY("round_id","class_id","question")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"round_id" text NOT NULL,
	"receipt" text NOT NULL,
	CONSTRAINT "receipts_round_id_receipt_pk" PRIMARY KEY("round_id","receipt")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"class_id" text,
	"question" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sums" (
	"round_id" text NOT NULL,
	"team_id" text NOT NULL,
	"question" text NOT NULL,
	"sum" jsonb NOT NULL,
	CONSTRAINT "sums_round_id_team_id_question_pk" PRIMARY KEY("round_id","team_id","question")
);
--> statement-breakpoint
CREATE TABLE "viewings" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answering_scripts" (
	"hash" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"email" text,
	"name" text,
	"invitation_id" text,
	"token_hash" text,
	"generation" integer NOT NULL,
	"ticket_issued" boolean NOT NULL,
	"blinded_message" text,
	CONSTRAINT "invitations_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "question_versions" (
	"question_id" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	CONSTRAINT "question_versions_question_id_version_pk" PRIMARY KEY("question_id","version")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"retired" boolean NOT NULL,
	"quarterly" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_teams" (
	"round_id" text NOT NULL,
	"team_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "round_teams_round_id_team_id_pk" PRIMARY KEY("round_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "round_units" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"name" text NOT NULL,
	"path" jsonb NOT NULL,
	"size" integer NOT NULL,
	"area" text NOT NULL,
	"key_number" integer NOT NULL,
	"public_key" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"month" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"threshold" integer NOT NULL,
	"state" text NOT NULL,
	"team_ids" jsonb,
	"selection" jsonb NOT NULL,
	"questions" jsonb,
	"manifest" text,
	"fingerprint" text,
	"outcome" jsonb,
	"script" text
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"roster_version" integer DEFAULT 1 NOT NULL,
	"sample" text
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderships" ADD CONSTRAINT "leaderships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaderships" ADD CONSTRAINT "leaderships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_aliases" ADD CONSTRAINT "team_aliases_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sums" ADD CONSTRAINT "sums_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_teams" ADD CONSTRAINT "round_teams_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_units" ADD CONSTRAINT "round_units_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_team" ON "people" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("kind","addressee","about");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("not_before");--> statement-breakpoint
CREATE INDEX "remarks_round" ON "remarks" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "viewings_team" ON "viewings" USING btree ("round_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_unit" ON "invitations" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "round_units_round" ON "round_units" USING btree ("round_id");
CREATE TABLE "access_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"last_used_on" text
);
--> statement-breakpoint
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
CREATE TABLE "board_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"column_number" integer NOT NULL,
	"text" text NOT NULL,
	"group_id" text NOT NULL,
	"mark" text,
	"revealed" boolean NOT NULL,
	"hidden" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"title" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_votes" (
	"mark" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"group_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"round_id" text,
	"stage" text NOT NULL,
	"columns" jsonb NOT NULL,
	"votes_each" integer NOT NULL,
	"code" text,
	"locked" boolean NOT NULL,
	"timer_ends_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"cleared" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoption" (
	"source" text NOT NULL,
	"month" text NOT NULL,
	"class_id" text NOT NULL,
	"name" text NOT NULL,
	"teams" jsonb NOT NULL,
	"path" jsonb NOT NULL,
	"code" jsonb NOT NULL,
	CONSTRAINT "adoption_source_month_class_id_pk" PRIMARY KEY("source","month","class_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_sums" (
	"team_id" text NOT NULL,
	"month" text NOT NULL,
	"source" text NOT NULL,
	"sum" jsonb NOT NULL,
	"pooled_as" text,
	CONSTRAINT "adoption_sums_team_id_month_source_pk" PRIMARY KEY("team_id","month","source")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"team_id" text NOT NULL,
	"month" text NOT NULL,
	"source" text NOT NULL,
	"measure" text NOT NULL,
	"value" double precision NOT NULL,
	"stands_for" integer,
	CONSTRAINT "delivery_team_id_month_source_measure_pk" PRIMARY KEY("team_id","month","source","measure")
);
--> statement-breakpoint
CREATE TABLE "figure_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"report" jsonb NOT NULL,
	"ready" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_months" (
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"month" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"threshold" integer NOT NULL,
	"seats" text,
	"days" integer,
	"stands_for" integer NOT NULL,
	CONSTRAINT "figure_months_kind_source_month_pk" PRIMARY KEY("kind","source","month")
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"round_id" text NOT NULL,
	"signal" text NOT NULL,
	"person_id" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"entries" jsonb NOT NULL
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
ALTER TABLE "organisation" ADD COLUMN "cards_kept_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_cards" ADD CONSTRAINT "board_cards_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_groups" ADD CONSTRAINT "board_groups_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_votes" ADD CONSTRAINT "board_votes_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_notes" ADD CONSTRAINT "team_notes_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_tokens_person" ON "access_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "actions_team" ON "actions" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "actions_due" ON "actions" USING btree ("state","due");--> statement-breakpoint
CREATE INDEX "board_cards_board" ON "board_cards" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "board_groups_board" ON "board_groups" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "board_votes_board" ON "board_votes" USING btree ("board_id");--> statement-breakpoint
CREATE UNIQUE INDEX "boards_code" ON "boards" USING btree ("code");--> statement-breakpoint
CREATE INDEX "boards_team" ON "boards" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "adoption_sums_import" ON "adoption_sums" USING btree ("source","month");--> statement-breakpoint
CREATE INDEX "delivery_import" ON "delivery" USING btree ("source","month");--> statement-breakpoint
CREATE UNIQUE INDEX "acknowledgements_once" ON "acknowledgements" USING btree ("team_id","round_id","signal");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_version" ON "agreements" USING btree ("team_id","version");--> statement-breakpoint
CREATE INDEX "team_notes_round" ON "team_notes" USING btree ("round_id");
CREATE TABLE "access_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"last_used_on" text
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
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_tokens_person" ON "access_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "adoption_sums_import" ON "adoption_sums" USING btree ("source","month");--> statement-breakpoint
CREATE INDEX "delivery_import" ON "delivery" USING btree ("source","month");
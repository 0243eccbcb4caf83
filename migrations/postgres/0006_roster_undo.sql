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
ALTER TABLE "roster_undo_people" ADD CONSTRAINT "roster_undo_people_import_id_roster_undos_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."roster_undos"("import_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roster_undo_people_person" ON "roster_undo_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roster_undo_people_email" ON "roster_undo_people" USING btree ("email");
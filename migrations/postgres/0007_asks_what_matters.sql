CREATE TABLE "measures" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"better" text NOT NULL,
	"level" text NOT NULL,
	"retired" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "figure_months" ADD COLUMN "removed" boolean DEFAULT false NOT NULL;
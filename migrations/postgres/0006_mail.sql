CREATE TABLE "logos" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "results" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digests" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "accent" text DEFAULT '#1f5fa8' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "introduction" text DEFAULT '' NOT NULL;
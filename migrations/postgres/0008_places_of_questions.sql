ALTER TABLE "questions" ADD COLUMN "place" text DEFAULT 'core' NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "turn" integer;--> statement-breakpoint
UPDATE "questions" SET "place" = 'quarterly' WHERE "quarterly";--> statement-breakpoint
ALTER TABLE "questions" DROP COLUMN "quarterly";
CREATE TABLE "board_signs" (
	"mark" text PRIMARY KEY NOT NULL,
	"board_id" text NOT NULL,
	"about" text NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"columns" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "check_in" text;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "seats" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "everybody_groups" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "declined" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "asks_more" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "days_each" integer;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "open_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "mailed_of_stage" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "arrived" jsonb;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "worth" jsonb;--> statement-breakpoint
ALTER TABLE "board_signs" ADD CONSTRAINT "board_signs_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_signs_board" ON "board_signs" USING btree ("board_id");--> statement-breakpoint
CREATE UNIQUE INDEX "board_templates_name" ON "board_templates" USING btree ("name");
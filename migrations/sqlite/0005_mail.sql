CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `people` ADD `results` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `digests` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `accent` text DEFAULT '#1f5fa8' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `introduction` text DEFAULT '' NOT NULL;
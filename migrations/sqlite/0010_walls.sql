CREATE TABLE `board_signs` (
	`mark` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`about` text NOT NULL,
	`value` integer NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_signs_board` ON `board_signs` (`board_id`);--> statement-breakpoint
CREATE TABLE `board_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `board_templates_name` ON `board_templates` (`name`);--> statement-breakpoint
ALTER TABLE `boards` ADD `check_in` text;--> statement-breakpoint
ALTER TABLE `boards` ADD `seats` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `everybody_groups` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `declined` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `topic_id` text;--> statement-breakpoint
ALTER TABLE `boards` ADD `asks_more` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `days_each` integer;--> statement-breakpoint
ALTER TABLE `boards` ADD `open_until` integer;--> statement-breakpoint
ALTER TABLE `boards` ADD `mailed_of_stage` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `boards` ADD `arrived` text;--> statement-breakpoint
ALTER TABLE `boards` ADD `worth` text;
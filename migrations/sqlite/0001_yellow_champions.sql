CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`board_id` text,
	`round_id` text,
	`text` text NOT NULL,
	`owner_id` text,
	`owner_name` text,
	`due` text NOT NULL,
	`question_id` text,
	`state` text NOT NULL,
	`reason` text,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	`reminded_until` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `actions_team` ON `actions` (`team_id`);--> statement-breakpoint
CREATE INDEX `actions_due` ON `actions` (`state`,`due`);--> statement-breakpoint
CREATE TABLE `team_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`since` integer NOT NULL,
	`round_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `team_notes_round` ON `team_notes` (`round_id`);--> statement-breakpoint
ALTER TABLE `round_units` ADD `own_questions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `round_units` ADD `actions` text DEFAULT '[]' NOT NULL;
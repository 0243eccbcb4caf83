CREATE TABLE `access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`made_at` integer NOT NULL,
	`last_used_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash` ON `access_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_tokens_person` ON `access_tokens` (`person_id`);--> statement-breakpoint
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
CREATE TABLE `board_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`column_number` integer NOT NULL,
	`text` text NOT NULL,
	`group_id` text NOT NULL,
	`mark` text,
	`revealed` integer NOT NULL,
	`hidden` integer NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_cards_board` ON `board_cards` (`board_id`);--> statement-breakpoint
CREATE TABLE `board_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`title` text NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_groups_board` ON `board_groups` (`board_id`);--> statement-breakpoint
CREATE TABLE `board_votes` (
	`mark` text PRIMARY KEY NOT NULL,
	`board_id` text NOT NULL,
	`group_id` text NOT NULL,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_votes_board` ON `board_votes` (`board_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`round_id` text,
	`stage` text NOT NULL,
	`columns` text NOT NULL,
	`votes_each` integer NOT NULL,
	`code` text,
	`locked` integer NOT NULL,
	`timer_ends_at` integer,
	`version` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`cleared` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `boards_code` ON `boards` (`code`);--> statement-breakpoint
CREATE INDEX `boards_team` ON `boards` (`team_id`);--> statement-breakpoint
CREATE TABLE `adoption` (
	`source` text NOT NULL,
	`month` text NOT NULL,
	`class_id` text NOT NULL,
	`name` text NOT NULL,
	`teams` text NOT NULL,
	`path` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`source`, `month`, `class_id`)
);
--> statement-breakpoint
CREATE TABLE `adoption_sums` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`source` text NOT NULL,
	`sum` text NOT NULL,
	`pooled_as` text,
	PRIMARY KEY(`team_id`, `month`, `source`)
);
--> statement-breakpoint
CREATE INDEX `adoption_sums_import` ON `adoption_sums` (`source`,`month`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`source` text NOT NULL,
	`measure` text NOT NULL,
	`value` real NOT NULL,
	`stands_for` integer,
	PRIMARY KEY(`team_id`, `month`, `source`, `measure`)
);
--> statement-breakpoint
CREATE INDEX `delivery_import` ON `delivery` (`source`,`month`);--> statement-breakpoint
CREATE TABLE `figure_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`report` text NOT NULL,
	`ready` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure_months` (
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`month` text NOT NULL,
	`imported_at` integer NOT NULL,
	`threshold` integer NOT NULL,
	`seats` text,
	`days` integer,
	`stands_for` integer NOT NULL,
	PRIMARY KEY(`kind`, `source`, `month`)
);
--> statement-breakpoint
CREATE TABLE `acknowledgements` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`round_id` text NOT NULL,
	`signal` text NOT NULL,
	`person_id` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acknowledgements_once` ON `acknowledgements` (`team_id`,`round_id`,`signal`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`person_id` text NOT NULL,
	`entries` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_version` ON `agreements` (`team_id`,`version`);--> statement-breakpoint
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
ALTER TABLE `round_units` ADD `actions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `cards_kept_days` integer DEFAULT 90 NOT NULL;
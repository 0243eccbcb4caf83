CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`data` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `ballots` (
	`round_id` text NOT NULL,
	`receipt` text NOT NULL,
	`unit_id` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`round_id`, `receipt`)
);
--> statement-breakpoint
CREATE TABLE `leaderships` (
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `team_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`sought` text NOT NULL,
	`team_id` text,
	`answers` integer NOT NULL,
	`administrator` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_team` ON `people` (`team_id`);--> statement-breakpoint
CREATE TABLE `roster_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`roster_version` integer NOT NULL,
	`pasted` text,
	`people` text NOT NULL,
	`report` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `team_aliases` (
	`path` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent_id` text
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`addressee` text NOT NULL,
	`about` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`addressee`,`about`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`not_before`);--> statement-breakpoint
CREATE TABLE `classes` (
	`round_id` text NOT NULL,
	`id` text NOT NULL,
	`cut` text NOT NULL,
	`name` text NOT NULL,
	`members` text NOT NULL,
	`teams` text NOT NULL,
	`path` text NOT NULL,
	`invited` integer,
	`ballots` integer NOT NULL,
	PRIMARY KEY(`round_id`, `id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`round_id` text NOT NULL,
	`class_id` text NOT NULL,
	`question` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`round_id`, `class_id`, `question`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `receipts` (
	`round_id` text NOT NULL,
	`receipt` text NOT NULL,
	PRIMARY KEY(`round_id`, `receipt`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`class_id` text,
	`question` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `remarks_round` ON `remarks` (`round_id`);--> statement-breakpoint
CREATE TABLE `sums` (
	`round_id` text NOT NULL,
	`team_id` text NOT NULL,
	`question` text NOT NULL,
	`sum` text NOT NULL,
	PRIMARY KEY(`round_id`, `team_id`, `question`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `viewings` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`team_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `viewings_team` ON `viewings` (`round_id`,`team_id`);--> statement-breakpoint
CREATE TABLE `answering_scripts` (
	`hash` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`email` text,
	`name` text,
	`invitation_id` text,
	`token_hash` text,
	`generation` integer NOT NULL,
	`ticket_issued` integer NOT NULL,
	`blinded_message` text,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_unit` ON `invitations` (`unit_id`);--> statement-breakpoint
CREATE TABLE `question_versions` (
	`question_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	PRIMARY KEY(`question_id`, `version`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`retired` integer NOT NULL,
	`quarterly` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `round_teams` (
	`round_id` text NOT NULL,
	`team_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`round_id`, `team_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `round_units` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`size` integer NOT NULL,
	`area` text NOT NULL,
	`key_number` integer NOT NULL,
	`public_key` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_units_round` ON `round_units` (`round_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`month` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`threshold` integer NOT NULL,
	`state` text NOT NULL,
	`team_ids` text,
	`selection` text NOT NULL,
	`questions` text,
	`manifest` text,
	`fingerprint` text,
	`outcome` text,
	`script` text
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`roster_version` integer DEFAULT 1 NOT NULL,
	`sample` text
);

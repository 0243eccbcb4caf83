CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`month` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotations_team` ON `annotations` (`team_id`);--> statement-breakpoint
CREATE TABLE `calendar` (
	`id` text PRIMARY KEY NOT NULL,
	`week` integer NOT NULL,
	`weekday` integer NOT NULL,
	`time` text NOT NULL,
	`open_days` integer NOT NULL,
	`reminders` text NOT NULL,
	`threshold` integer NOT NULL,
	`without_months` text NOT NULL,
	`quarter_months` text NOT NULL,
	`skipped` text DEFAULT '[]' NOT NULL,
	`paused` text,
	`since` integer NOT NULL,
	`feed_key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `chat_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`host` text NOT NULL,
	`sealed` text NOT NULL,
	`team_id` text,
	`events` text NOT NULL,
	`agreed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `chat_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`event` text NOT NULL,
	`about` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`queued_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`failure` text,
	FOREIGN KEY (`channel_id`) REFERENCES `chat_channels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chat_deliveries_once` ON `chat_deliveries` (`channel_id`,`event`,`about`);--> statement-breakpoint
CREATE INDEX `chat_deliveries_due` ON `chat_deliveries` (`state`,`not_before`);--> statement-breakpoint
CREATE TABLE `chat_hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`internal` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`work` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `assigned_columns` (
	`heading` text PRIMARY KEY NOT NULL,
	`column` text
);
--> statement-breakpoint
CREATE TABLE `roster_undo_people` (
	`import_id` text NOT NULL,
	`person_id` text NOT NULL,
	`email` text NOT NULL,
	`was` text,
	`became` text,
	PRIMARY KEY(`import_id`, `person_id`),
	FOREIGN KEY (`import_id`) REFERENCES `roster_undos`(`import_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `roster_undo_people_person` ON `roster_undo_people` (`person_id`);--> statement-breakpoint
CREATE INDEX `roster_undo_people_email` ON `roster_undo_people` (`email`);--> statement-breakpoint
CREATE TABLE `roster_undos` (
	`import_id` text PRIMARY KEY NOT NULL,
	`applied_at` integer NOT NULL,
	`teams_made` text NOT NULL,
	`teams_renamed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `rounds_listed`;--> statement-breakpoint
ALTER TABLE `rounds` ADD `reminds_again_at` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `reminded_again` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `calendar_month` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `changed_by_hand` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_calendar_month` ON `rounds` (`calendar_month`);--> statement-breakpoint
CREATE INDEX `rounds_listed` ON `rounds` (`state`,`closes_at`,`id`,`name`,`month`,`opens_at`,`reminds_at`,`threshold`,`fingerprint`,`outcome`,`reminds_again_at`,`calendar_month`);--> statement-breakpoint
ALTER TABLE `people` ADD `results` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `mail_figures` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `remarks_kept_months` integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `log_kept_months` integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `letters_kept_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `accent` text DEFAULT '#1f5fa8' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `introduction` text DEFAULT '' NOT NULL;
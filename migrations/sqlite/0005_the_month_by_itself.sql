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
CREATE TABLE `leases` (
	`work` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
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
ALTER TABLE `people` ADD `digests` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `mail_figures` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `remarks_kept_months` integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `log_kept_months` integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `letters_kept_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `accent` text DEFAULT '#1f5fa8' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `introduction` text DEFAULT '' NOT NULL;
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

CREATE TABLE `issues` (
	`action_id` text PRIMARY KEY NOT NULL,
	`key` text,
	`link` text,
	`begun_at` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `trackers` (
	`team_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`sealed` text NOT NULL,
	`tried_at` integer NOT NULL,
	`fault` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);

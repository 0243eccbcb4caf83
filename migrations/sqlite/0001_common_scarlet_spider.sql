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
CREATE UNIQUE INDEX `agreements_version` ON `agreements` (`team_id`,`version`);
CREATE TABLE `learnt` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`text` text NOT NULL,
	`shared_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `learnt_shared` ON `learnt` (`shared_at`);--> statement-breakpoint
ALTER TABLE `agreements` ADD `lines` text DEFAULT '[]' NOT NULL;
CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`month` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotations_team` ON `annotations` (`team_id`);
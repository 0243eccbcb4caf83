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

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

CREATE TABLE `connectors` (
	`vendor` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`sealed` text NOT NULL,
	`month` text,
	`tried_at` integer NOT NULL,
	`failing_since` integer,
	`fault` text,
	`mailed_at` integer
);

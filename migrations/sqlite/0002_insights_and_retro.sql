ALTER TABLE `people` ADD `reminders` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `rounds` ADD `reminds_at` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `reminded` integer DEFAULT false NOT NULL;
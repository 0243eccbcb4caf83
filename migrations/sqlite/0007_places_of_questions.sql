ALTER TABLE `questions` ADD `place` text DEFAULT 'core' NOT NULL;--> statement-breakpoint
ALTER TABLE `questions` ADD `turn` integer;--> statement-breakpoint
UPDATE `questions` SET `place` = 'quarterly' WHERE `quarterly` = 1;--> statement-breakpoint
ALTER TABLE `questions` DROP COLUMN `quarterly`;
ALTER TABLE `viewings` ADD `below` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `viewings_person` ON `viewings` (`person_id`,`at`);
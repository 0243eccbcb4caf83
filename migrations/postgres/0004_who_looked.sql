ALTER TABLE "viewings" ADD COLUMN "below" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "viewings_person" ON "viewings" USING btree ("person_id","at");
DROP INDEX "remarks_round";--> statement-breakpoint
CREATE INDEX "remarks_class" ON "remarks" USING btree ("round_id","class_id");--> statement-breakpoint
CREATE INDEX "round_teams_team" ON "round_teams" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "rounds_listed" ON "rounds" USING btree ("state","closes_at","id","name","month","opens_at","reminds_at","threshold","fingerprint","outcome");
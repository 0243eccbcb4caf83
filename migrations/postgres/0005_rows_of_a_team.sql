DROP INDEX "remarks_round";--> statement-breakpoint
CREATE INDEX "remarks_class" ON "remarks" USING btree ("round_id","class_id");--> statement-breakpoint
CREATE INDEX "round_teams_team" ON "round_teams" USING btree ("team_id");
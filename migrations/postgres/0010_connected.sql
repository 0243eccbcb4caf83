CREATE TABLE "connectors" (
	"vendor" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"month" text,
	"tried_at" timestamp (3) with time zone NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"fault" text,
	"mailed_at" timestamp (3) with time zone
);

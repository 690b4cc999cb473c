-- What was answered to a write that carried an Idempotency-Key: a repeat gets the same answer and does nothing.
CREATE TABLE http_idempotency (
  actor text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  request_sha256 text NOT NULL,
  status int NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
ALTER TABLE http_idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY http_idempotency_own ON http_idempotency TO gangju_app
  USING (actor = nullif(current_setting('app.actor', true), ''))
  WITH CHECK (actor = nullif(current_setting('app.actor', true), ''));
GRANT INSERT, SELECT ON http_idempotency TO gangju_app;

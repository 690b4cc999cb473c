-- Every act and every reading of personal data: one row, in the act's own transaction, never changed.
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  role text NOT NULL,
  act text NOT NULL,
  object text NOT NULL,
  detail jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal'))
);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_write ON audit_entry FOR INSERT TO gangju_app, gangju_auth WITH CHECK (true);
CREATE POLICY audit_entry_read ON audit_entry FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree);
CREATE POLICY audit_entry_seal ON audit_entry FOR SELECT TO gangju_worker USING (true);
GRANT INSERT, SELECT ON audit_entry TO gangju_app;
GRANT INSERT ON audit_entry TO gangju_auth;
GRANT SELECT ON audit_entry TO gangju_worker;

-- Working state: entries that no seal covers yet. No data of its own, so no policy.
CREATE TABLE audit_unsealed (entry uuid PRIMARY KEY);
GRANT INSERT ON audit_unsealed TO gangju_app, gangju_auth;
GRANT SELECT, DELETE ON audit_unsealed TO gangju_worker;

-- The chain: each seal covers a batch of entries and the hash of the seal before it.
CREATE TABLE audit_seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  entries uuid[] NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  sealed_at timestamptz NOT NULL
);
GRANT INSERT, SELECT ON audit_seal TO gangju_worker;

-- A stage of the decomposition table (征求意见稿, 送审稿, 印发稿); the newest version counts, the ones before stay.
CREATE TABLE plan_decomposition (
  version integer PRIMARY KEY CHECK (version >= 1),
  document integer NOT NULL REFERENCES plan_document (version),
  stage text NOT NULL CHECK (stage IN ('consultation', 'submission', 'issued')),
  title text NOT NULL,
  year_from integer,
  year_to integer,
  source_sha256 text NOT NULL,
  remark text NOT NULL,
  document_number text,
  issued_on date,
  note text,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK ((stage = 'issued') = (issued_on IS NOT NULL AND document_number IS NOT NULL)),
  CHECK ((stage = 'issued') = (class = 'public'))
);

-- A row of a stage; `cells` are its words by column, `id` that of the target or task it comes from.
CREATE TABLE plan_decomposition_row (
  version integer NOT NULL REFERENCES plan_decomposition (version),
  id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('target', 'task', 'added')),
  cells jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (version, id)
);

-- A file that an office sent back, as it was read: once, whole.
CREATE TABLE plan_return (
  id uuid PRIMARY KEY,
  version integer NOT NULL REFERENCES plan_decomposition (version),
  office text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  notices jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  UNIQUE (version, file_sha256)
);

-- What an office proposes to one cell or row, or says of it.
CREATE TABLE plan_opinion (
  id uuid PRIMARY KEY,
  return uuid NOT NULL REFERENCES plan_return (id),
  version integer NOT NULL REFERENCES plan_decomposition (version),
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('change', 'add', 'drop', 'remark')),
  row_id text,
  field text,
  before text NOT NULL,
  proposed text NOT NULL,
  reason text NOT NULL,
  place text NOT NULL,
  cells jsonb,
  after_row text,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK ((kind = 'add') = (cells IS NOT NULL)),
  CHECK (kind NOT IN ('change', 'drop') OR row_id IS NOT NULL)
);

-- What became of an opinion; the newest revision counts.
CREATE TABLE plan_opinion_decision (
  opinion uuid NOT NULL REFERENCES plan_opinion (id),
  revision integer NOT NULL CHECK (revision >= 1),
  outcome text NOT NULL CHECK (outcome IN ('adopted', 'partly', 'rejected')),
  result text,
  reason text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK (outcome = 'adopted' OR reason <> ''),
  PRIMARY KEY (opinion, revision)
);

CREATE INDEX plan_opinion_version ON plan_opinion (version, id);

GRANT SELECT, INSERT ON plan_decomposition, plan_decomposition_row, plan_return, plan_opinion, plan_opinion_decision TO gangju_app;

ALTER TABLE plan_decomposition ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_decomposition_read ON plan_decomposition FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_decomposition_write ON plan_decomposition FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_decomposition_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_decomposition_row_read ON plan_decomposition_row FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_decomposition_row_write ON plan_decomposition_row FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_return ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_return_read ON plan_return FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_return_write ON plan_return FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_opinion_read ON plan_opinion FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_opinion_write ON plan_opinion FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_opinion_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_opinion_decision_read ON plan_opinion_decision FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_opinion_decision_write ON plan_opinion_decision FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

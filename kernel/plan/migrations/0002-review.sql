-- What a planner decided of a reading: kept apart from what was compiled, tied to the words by `anchor`. A thread is one
-- place in the words; its newest decision that was not withdrawn counts. Public, since it changes what the public reads.
CREATE TABLE plan_correction (
  thread text NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  kind text NOT NULL CHECK (kind IN ('target', 'task')),
  subject text NOT NULL,
  act text NOT NULL CHECK (act IN ('accept', 'correct', 'add', 'reject', 'withdraw')),
  fields jsonb,
  compiled jsonb,
  anchor jsonb NOT NULL,
  reason text,
  role text NOT NULL,
  document integer NOT NULL REFERENCES plan_document (version),
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK ((fields IS NULL) = (act IN ('reject', 'withdraw'))),
  PRIMARY KEY (thread, revision)
);

-- A table that the document has lost (an image), typed or pasted in: joined to the words at `anchor` each time the document is
-- compiled. `none`: someone looked, and no table is missing there.
CREATE TABLE plan_table (
  id uuid NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  act text NOT NULL CHECK (act IN ('join', 'none', 'withdraw')),
  pasted text NOT NULL,
  anchor jsonb NOT NULL,
  source text,
  role text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (id, revision)
);

-- What the reader of the file gave for a version, before anything was joined to it, so that the words can be compiled again.
CREATE TABLE plan_source (
  version integer PRIMARY KEY REFERENCES plan_document (version),
  text text NOT NULL,
  marks jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

GRANT SELECT, INSERT ON plan_correction, plan_table, plan_source TO gangju_app;

ALTER TABLE plan_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_correction_read ON plan_correction FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_correction_write ON plan_correction FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_table ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_table_read ON plan_table FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_table_write ON plan_table FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_source_read ON plan_source FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_source_write ON plan_source FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

-- A version of the document and what was read from it. A new reading of the same words is a new version too.
CREATE TABLE plan_document (
  version integer PRIMARY KEY CHECK (version >= 1),
  title text NOT NULL,
  division text,
  period text,
  outlook text,
  source_name text NOT NULL,
  media_type text NOT NULL,
  source_sha256 text NOT NULL,
  compiled_sha256 text NOT NULL,
  text text NOT NULL,
  outline jsonb NOT NULL,
  actuals jsonb NOT NULL,
  issues jsonb NOT NULL,
  adopted_on date,
  adopted_by jsonb,
  origin jsonb,
  note jsonb,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

-- A target as it was read; `reading` is its whole record in the format gangju-plan/1.
CREATE TABLE plan_target (
  version integer NOT NULL REFERENCES plan_document (version),
  id text NOT NULL,
  position integer NOT NULL,
  chapter text,
  reading jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (version, id)
);

-- A task as it was read.
CREATE TABLE plan_task (
  version integer NOT NULL REFERENCES plan_document (version),
  id text NOT NULL,
  position integer NOT NULL,
  chapter text,
  reading jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (version, id)
);

-- Which indicator, of which division, measures a target; the newest revision counts. Kept by target id, so it outlives a new version of the document.
CREATE TABLE plan_measure (
  target text NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  indicator text,
  division text,
  scope text,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (target, revision)
);

-- Who answers for a target or task; the newest revision of subject and body counts. A draft is internal; issuing it appends a public one.
CREATE TABLE plan_duty (
  subject text NOT NULL,
  bearer text NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  role text NOT NULL CHECK (role IN ('lead', 'with')),
  basis jsonb,
  issued_on date,
  document_number text,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK ((issued_on IS NULL) = (class = 'internal')),
  PRIMARY KEY (subject, bearer, revision)
);

-- Status made public: once, as it stood, never withdrawn; a later release takes its place on the pages.
CREATE TABLE plan_release (
  id uuid PRIMARY KEY,
  as_of date NOT NULL,
  released_on date NOT NULL,
  note text,
  targets integer NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

-- What a release said of each target.
CREATE TABLE plan_released_standing (
  release uuid NOT NULL REFERENCES plan_release (id),
  target text NOT NULL,
  standing jsonb NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (release, target)
);

CREATE INDEX plan_release_newest ON plan_release (recorded_at DESC, id DESC);

GRANT SELECT, INSERT ON plan_document, plan_target, plan_task, plan_measure, plan_duty, plan_release, plan_released_standing TO gangju_app;

ALTER TABLE plan_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_document_read ON plan_document FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_document_write ON plan_document FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_target ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_target_read ON plan_target FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_target_write ON plan_target FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_task_read ON plan_task FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_task_write ON plan_task FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_measure ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_measure_read ON plan_measure FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_measure_write ON plan_measure FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_duty ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_duty_read ON plan_duty FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_duty_write ON plan_duty FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_release_read ON plan_release FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_release_write ON plan_release FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

ALTER TABLE plan_released_standing ENABLE ROW LEVEL SECURITY;
CREATE POLICY plan_released_standing_read ON plan_released_standing FOR SELECT TO gangju_app
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY plan_released_standing_write ON plan_released_standing FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

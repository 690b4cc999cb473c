-- What is measured. A definition is never changed in place: a changed one is the next revision.
CREATE TABLE facts_indicator (
  code text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision >= 1),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  definition_zh text NOT NULL DEFAULT '',
  definition_en text NOT NULL DEFAULT '',
  unit text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('up', 'down', 'none')),
  kind text NOT NULL CHECK (kind IN ('level', 'flow', 'rate', 'index')),
  source_body text,
  frequency text NOT NULL,
  adds text NOT NULL CHECK (adds IN ('sum', 'none')),
  prices text NOT NULL CHECK (prices IN ('current', 'constant', 'none')),
  also text[] NOT NULL DEFAULT '{}',
  decimals integer,
  minimum numeric,
  maximum numeric CHECK (maximum >= minimum),
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (code, revision)
);

-- What was measured. One cell is indicator, division, scope and period; a correction is the next revision of its cell.
-- No reference to facts_indicator: codes there have revisions and are never taken away, and acts check them for a whole batch at once.
CREATE TABLE facts_observation (
  id uuid PRIMARY KEY,
  indicator text COLLATE "C" NOT NULL,
  division text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL DEFAULT '',
  period text COLLATE "C" NOT NULL,
  revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  period_start date NOT NULL,
  period_end date NOT NULL CHECK (period_end >= period_start),
  value numeric NOT NULL,
  bound text NOT NULL DEFAULT '=' CHECK (bound IN ('=', '>', '>=', '<', '<=')),
  unit text NOT NULL,
  printed text,
  status text NOT NULL CHECK (status IN ('expected', 'preliminary', 'final', 'revised', 'superseded', 'derived')),
  source_title text NOT NULL,
  source_address text,
  published_on date,
  note text,
  supersedes uuid CHECK ((supersedes IS NULL) = (revision = 1)),
  -- Since when a reader of this table knows it: recorded_at, or for figures the city was founded with the day they were published.
  known_from timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL DEFAULT 'internal' CHECK (class IN ('public', 'internal', 'personal'))
);
-- The newest revision first: the current figure of each cell is the first row of its run. Two writers of one cell meet here.
CREATE UNIQUE INDEX facts_observation_cell ON facts_observation (indicator, division, scope, period, revision DESC);

-- What was made public: a copy, since a policy reads only its own row. Released once, never withdrawn; a correction is released anew.
CREATE TABLE facts_released (
  observation uuid PRIMARY KEY REFERENCES facts_observation (id),
  indicator text COLLATE "C" NOT NULL,
  division text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  value numeric NOT NULL,
  bound text NOT NULL,
  unit text NOT NULL,
  printed text,
  status text NOT NULL,
  source_title text NOT NULL,
  source_address text,
  published_on date,
  note text,
  supersedes uuid,
  released_on date NOT NULL,
  known_from timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class = 'public')
);
CREATE UNIQUE INDEX facts_released_cell ON facts_released (indicator, division, scope, period, revision DESC);

GRANT SELECT, INSERT ON facts_indicator, facts_observation, facts_released TO gangju_app, gangju_worker;

ALTER TABLE facts_indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE facts_observation ENABLE ROW LEVEL SECURITY;
ALTER TABLE facts_released ENABLE ROW LEVEL SECURITY;

CREATE POLICY facts_indicator_read ON facts_indicator FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY facts_indicator_write ON facts_indicator FOR INSERT TO gangju_app, gangju_worker
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY facts_observation_read ON facts_observation FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY facts_observation_write ON facts_observation FOR INSERT TO gangju_app, gangju_worker
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY facts_released_read ON facts_released FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ',')));
CREATE POLICY facts_released_write ON facts_released FOR INSERT TO gangju_app, gangju_worker
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

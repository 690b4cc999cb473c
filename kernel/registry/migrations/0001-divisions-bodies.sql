-- What a city is made of. Rows are appended, never changed: the newest row of a code counts, and "as known at" reads the
-- newest of that day. `area` says where a row belongs for the policies; a division's own place is its `path` (the province
-- above the city is kept by the city, so its path is not its area).

CREATE TABLE registry_city (
  id uuid PRIMARY KEY,
  city text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  division text NOT NULL,
  language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  time_zone text NOT NULL,
  plan jsonb NOT NULL,
  -- 审图号 of an approved map; none: the map is schematic.
  map_approval_number text,
  note jsonb,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

CREATE TABLE registry_division (
  id uuid PRIMARY KEY,
  code text COLLATE "C" NOT NULL,
  path public.ltree NOT NULL,
  level text NOT NULL CHECK (level IN ('province', 'prefecture', 'county', 'zone', 'union')),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  members text[] NOT NULL,
  valid_from date,
  valid_to date,
  note jsonb,
  source text NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_from <= valid_to),
  CHECK (level = 'union' OR members = '{}')
);
CREATE INDEX registry_division_code ON registry_division (code, recorded_at DESC, id DESC);

CREATE TABLE registry_body (
  id uuid PRIMARY KEY,
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('party', 'congress', 'government', 'department', 'county', 'zone', 'vertical', 'other')),
  division text NOT NULL,
  parent text,
  duties jsonb NOT NULL,
  source text NOT NULL,
  note jsonb,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX registry_body_code ON registry_body (code, recorded_at DESC, id DESC);

-- Posts of a body (主任, 局长), never the persons who hold them. `ends` marks a post that was taken away.
CREATE TABLE registry_post (
  id uuid PRIMARY KEY,
  of_body text COLLATE "C" NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  position integer NOT NULL,
  ends boolean NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);
CREATE INDEX registry_post_of_body ON registry_post (of_body, title_zh, recorded_at DESC, id DESC);

-- What a user may do and see: the newest row of a user counts; role 'none' ends it. Here `area` and `body` are also what is granted, so
-- nobody grants more ground than they stand on.
CREATE TABLE registry_member (
  id uuid PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  classes text[] NOT NULL,
  area public.ltree NOT NULL,
  body text,
  class text NOT NULL CHECK (class IN ('public', 'internal', 'personal')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  CHECK (classes <@ ARRAY['public', 'internal', 'personal'])
);
CREATE INDEX registry_member_user ON registry_member (user_id, recorded_at DESC, id DESC);

ALTER TABLE registry_city ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry_division ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry_body ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry_post ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry_member ENABLE ROW LEVEL SECURITY;

CREATE POLICY registry_city_read ON registry_city FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY registry_city_write ON registry_city FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY registry_division_read ON registry_division FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY registry_division_write ON registry_division FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY registry_body_read ON registry_body FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY registry_body_write ON registry_body FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY registry_post_read ON registry_post FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
CREATE POLICY registry_post_write ON registry_post FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

CREATE POLICY registry_member_read ON registry_member FOR SELECT TO gangju_app, gangju_worker
  USING (class = ANY (string_to_array(nullif(current_setting('app.classes', true), ''), ','))
    AND (class = 'public' OR area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree));
-- Signing in looks a user up before there is an actor.
CREATE POLICY registry_member_sign_in ON registry_member FOR SELECT TO gangju_auth USING (true);
CREATE POLICY registry_member_write ON registry_member FOR INSERT TO gangju_app
  WITH CHECK (area OPERATOR(public.<@) nullif(current_setting('app.area', true), '')::public.ltree
    AND (nullif(current_setting('app.body', true), '') IS NULL OR body = nullif(current_setting('app.body', true), '')));

GRANT SELECT, INSERT ON registry_city, registry_division, registry_body, registry_post, registry_member TO gangju_app;
GRANT SELECT ON registry_city, registry_division, registry_body, registry_post TO gangju_worker;
GRANT SELECT ON registry_member TO gangju_auth;
